/** Whether a day is one on which a school teaches: Monday to Friday, and not among its closed days. */
export function isSchoolDay(day: string, closed: ReadonlySet<string>): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !closed.has(day)
}

/** How many school days lie after one day up to and with another: latency counts these. */
export function schoolDaysBetween(from: string, to: string, closed: ReadonlySet<string>): number {
  let count = 0
  const end = Temporal.PlainDate.from(to)
  for (let day = Temporal.PlainDate.from(from).add({ days: 1 }); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    if (isSchoolDay(day.toString(), closed)) count++
  }
  return count
}
