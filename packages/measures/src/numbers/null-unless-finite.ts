/** The number, or null where it is not one: "not defined" has one face throughout the library. */
export function nullUnlessFinite(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
