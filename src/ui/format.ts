/** A plain day `2026-09-01`, an instant as text, or a Date: what the database hands out. */
export type When = Date | string

export type Formats = {
  /** September 1, 2026 */
  date(when: When): string
  /** Sep 1, and the year where it is not this one */
  day(when: When): string
  /** Tuesday, September 1 */
  weekday(when: When): string
  dateTime(when: When): string
  time(when: When): string
  /** Sep 1 – 12, 2026 */
  range(from: When, to: When): string
  /** yesterday, in 3 days, 2 months ago */
  relative(when: When): string
  number(value: number, digits?: number): string
  /** 0.42 → 42 % in the way of the language */
  percent(share: number, digits?: number): string
  /** 90 → 1 hr, 30 min */
  minutes(count: number): string
  money(amount: number, currency?: string): string
  list(items: string[]): string
}

type FormatsFor = { language: string; timeZone: string; now: Date }

/** Every date and number of the product is written here, in the reader's language and the zone of the place. */
export function createFormats({ language, timeZone, now }: FormatsFor): Formats {
  const write = dateWriter(language, timeZone)
  const number = (value: number, options: Intl.NumberFormatOptions) => numberFormat(language, options).format(value)
  return {
    date: (when) => write(when, { dateStyle: 'long' }),
    day: (when) => write(when, { day: 'numeric', month: 'short', ...(sameYear(when, now, timeZone) ? {} : { year: 'numeric' }) }),
    weekday: (when) => write(when, { weekday: 'long', day: 'numeric', month: 'long' }),
    dateTime: (when) => write(when, { dateStyle: 'medium', timeStyle: 'short' }),
    time: (when) => write(when, { timeStyle: 'short' }),
    range: (from, to) => writeRange({ language, timeZone }, from, to),
    relative: (when) => relativeTo(now, when, { language, timeZone }),
    number: (value, digits) =>
      number(value, digits === undefined ? { maximumFractionDigits: 2 } : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    percent: (share, digits = 0) => number(share, { style: 'percent', maximumFractionDigits: digits }),
    minutes: (count) => writeMinutes(language, count),
    money: (amount, currency = 'USD') => number(amount, { style: 'currency', currency, maximumFractionDigits: amount % 1 === 0 ? 0 : 2 }),
    list: (items) => new Intl.ListFormat(language).format(items),
  }
}

const isPlainDay = (when: When): when is string => typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when)

/** A plain day has no zone: read at noon UTC and written in UTC, it can never slip to its neighbour. */
function read(when: When, timeZone: string) {
  if (isPlainDay(when)) return { date: new Date(`${when}T12:00:00Z`), timeZone: 'UTC' }
  return { date: new Date(when), timeZone }
}

function dateWriter(language: string, zone: string) {
  return (when: When, options: Intl.DateTimeFormatOptions) => {
    const { date, timeZone } = read(when, zone)
    return dateFormat(language, { ...options, timeZone }).format(date)
  }
}

function writeRange({ language, timeZone: zone }: { language: string; timeZone: string }, from: When, to: When) {
  const { date, timeZone } = read(from, zone)
  return dateFormat(language, { dateStyle: 'medium', timeZone }).formatRange(date, read(to, zone).date)
}

function sameYear(when: When, now: Date, zone: string) {
  return dayOf(when, zone).slice(0, 4) === dayOf(now, zone).slice(0, 4)
}

/** The calendar day of an instant in a zone, as `2026-09-01`. */
function dayOf(when: When, zone: string) {
  return isPlainDay(when)
    ? when
    : dateFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(when))
}

const hour = 3_600_000
const spans: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365],
  ['month', 30],
  ['week', 7],
  ['day', 1],
]

/** Counted in calendar days of the zone, as people do: what happened late last evening is yesterday's. */
function relativeTo(now: Date, when: When, { language, timeZone }: { language: string; timeZone: string }) {
  const writer = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = Math.round((Date.parse(dayOf(when, timeZone)) - Date.parse(dayOf(now, timeZone))) / (24 * hour))
  if (days === 0 && !isPlainDay(when)) return relativeHours(writer, new Date(when).getTime() - now.getTime())
  const [unit, length] = spans.find(([, length]) => Math.abs(days) >= length * (length > 1 ? 2 : 1)) ?? ['day', 1]
  return writer.format(Math.trunc(days / length), unit)
}

function relativeHours(writer: Intl.RelativeTimeFormat, milliseconds: number) {
  const minutes = Math.trunc(milliseconds / 60_000)
  if (Math.abs(minutes) < 1) return writer.format(0, 'second')
  return Math.abs(minutes) < 60 ? writer.format(minutes, 'minute') : writer.format(Math.trunc(milliseconds / hour), 'hour')
}

function writeMinutes(language: string, count: number) {
  const sign = count < 0 ? '−' : ''
  const whole = Math.abs(Math.round(count))
  const unit = (value: number, name: string) => numberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  const parts = [whole >= 60 ? unit(Math.floor(whole / 60), 'hour') : '', whole % 60 > 0 || whole === 0 ? unit(whole % 60, 'minute') : '']
  return sign + parts.filter(Boolean).join(' ')
}

const writers = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

/** Making an Intl writer costs a hundred times what using it costs, so each kind is made once. */
function remembered<Writer extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => Writer): Writer {
  const writer = writers.get(key) ?? make()
  writers.set(key, writer)
  return writer as Writer // the key begins with the kind of writer, so what lies under it was made by the same `make`
}

function dateFormat(language: string, options: Intl.DateTimeFormatOptions) {
  return remembered(`date ${language} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(language, options))
}

function numberFormat(language: string, options: Intl.NumberFormatOptions) {
  return remembered(`number ${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(language, options))
}
