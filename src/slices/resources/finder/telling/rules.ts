import { textIn } from '../../../../messages/text.ts'
import type { CommonTime, Finding, GroupLabel, Tray } from '../schema.ts'

/** What a found time is called on the board, in a language. */
export function nameIn(language: string, time: CommonTime): string {
  const weekday = textIn(language, `resources.weekday_${time.weekday}`)
  return textIn(language, 'resources.found_name', {
    group: groupIn(language, time.group.label),
    weekday,
    from: clockIn(language, time.beginsAt),
    to: clockIn(language, time.endsAt),
  })
}

/** What a group is called: rosters write a grade with a leading zero, and kindergarten as KG. */
export function groupIn(language: string, label: GroupLabel): string {
  return label.kind === 'grade'
    ? textIn(language, 'resources.grade', { grade: label.name.replace(/^0+(?=\d)/, '').replace(/^KG$/, 'K') })
    : label.name
}

/** A time of day as people write it. */
export function clockIn(language: string, time: string): string {
  const clock = clocks.get(language) ?? new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
  clocks.set(language, clock)
  return clock.format(new Date(`1970-01-01T${time}Z`))
}

/** Making a writer costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>()

/** More at once would be a list, and nobody decides a list. */
const MOST_TOLD = 6

/** `count` is all that was found; those told come first, the others when these are decided. */
export type ToldTray = { count: number; findings: { id: string; sentence: string; detail: string }[]; missing: string[]; whyNot?: string }

/** Whether there is anything to tell. */
export function hasSomething(tray: Tray): boolean {
  return tray.findings.length + tray.gaps.length > 0 || tray.withoutSchedule
}

/** A tray in sentences: each finding with its reason, and what is missing to find more. */
export function toldTray(language: string, tray: Tray, whyNot: string | undefined): ToldTray {
  const missing = tray.gaps.map((gap) =>
    textIn(language, 'resources.found_gap', {
      group: groupIn(language, gap.group.label),
      known: Math.floor(gap.knownShare * 100),
      n: gap.unknownIds.length,
    }),
  )
  const withoutSchedule = tray.withoutSchedule ? [textIn(language, 'resources.found_no_schedule')] : []
  const findings = tray.findings.slice(0, MOST_TOLD).map((finding) => toldFinding(language, finding))
  return { count: tray.findings.length, findings, missing: [...withoutSchedule, ...missing], whyNot }
}

/** A finding in sentences: who is free when, and why not all. */
export function toldFinding(language: string, finding: Finding) {
  const { id, weekday, periods, freeIds, group, missing, missingName, minutes } = finding
  const values = {
    free: freeIds.length,
    of: group.teacherIds.length,
    group: groupIn(language, group.label),
    n: periods.length,
    periods: new Intl.ListFormat(language).format(periods),
    weekday: textIn(language, `resources.weekday_${weekday}`),
  }
  const sentence = textIn(language, missing ? 'resources.found_all_but_one' : 'resources.found_all', values)
  const times = { from: clockIn(language, finding.beginsAt), to: clockIn(language, finding.endsAt), minutes }
  const who = missing ? textIn(language, `resources.found_missing_${missing.why}`, { name: missingName ?? '' }) : ''
  return { id, sentence, detail: [textIn(language, 'resources.found_time', times), who].filter(Boolean).join(' ') }
}
