/** Why a review cannot be written down for a day, or undefined if it can. */
export function whyNotHeldOn(heldOn: string, today: string) {
  return heldOn > today ? 'strategy.day_to_come' : undefined
}
