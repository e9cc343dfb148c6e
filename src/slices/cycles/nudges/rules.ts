/** Before this hour of the tenant's own morning nobody is written to. */
export const FIRST_HOUR = 7

/** Whether it is a time of day at which people of a zone are written to. */
export function isAwake(timeZone: string, now: Date): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  return hour >= FIRST_HOUR && hour < FIRST_HOUR + 12
}
