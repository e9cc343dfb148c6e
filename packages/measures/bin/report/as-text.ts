import type { ScaleReport } from './scale-report.ts'
import { shortList } from './short-list.ts'

/** What a file of answers was taken to be, and what each of its scales tells. */
export type FileReport = { file: string; rows: number; guessed: boolean; leftOut: string[]; scales: ScaleReport[] }

/** The report for a terminal. */
export function asText(report: FileReport): string {
  return [takenAs(report), ...report.scales.map(scaleText)].join('\n\n')
}

/** How the file was read, so that a wrong guess is seen before any figure. */
export function takenAs({ file, rows, guessed, leftOut, scales }: FileReport): string {
  const counts = `${file}: ${rows.toLocaleString('en-US')} rows.`
  const rest = leftOut.length === 0 ? '' : ` Not in a scale: ${shortList(leftOut)}.`
  if (!guessed) return counts + rest
  const items = scales.flatMap((scale) => scale.items).length
  const [least, most] = [Math.min(...scales.map((scale) => scale.least)), Math.max(...scales.map((scale) => scale.most))]
  const as = scales.length === 1 ? 'one' : `${scales.length} by their names: ${scales.map(({ name }) => name).join(', ')}`
  return `${counts} No scale was named, so the ${items} columns that hold whole numbers from ${least} to ${most} are taken as ${as}.${rest}`
}

export function number(value: number | null | undefined, digits = 2): string {
  return value === null || value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(digits)
}

function scaleText(scale: ScaleReport): string {
  return [
    `${scale.name}: ${scale.items.length} items from ${scale.least} to ${scale.most}; ${scale.scores.n} people with a score, ${scale.complete} answered all`,
    '',
    ...facts(scale),
    '',
    ...table(
      ['item', 'n', 'mean', 'sd', 'r rest', 'alpha without', 'infit', 'outfit'],
      scale.items.map((item) => [
        item.item + (item.reversed ? ' (reversed)' : ''),
        String(item.answered),
        ...[item.mean, item.sd, item.correlationWithRest, item.alphaIfDeleted, item.infit, item.outfit].map((value) => number(value)),
      ]),
    ),
    ...lineOf(againstRest(scale)),
    ...groupText(scale),
  ].join('\n')
}

function facts({ alpha, omega, ordinal, rasch, dimensionality, scores }: ScaleReport): string[] {
  const negative = alpha.warnings.includes('negative') ? '; negative: look for an item to reverse' : ''
  const spread = `95 % from ${number(scores.interval.lower)} to ${number(scores.interval.upper)}, standard deviation ${number(scores.sd)}`
  const lines: [string, number | null | undefined, string][] = [
    ['mean', scores.mean, spread],
    ['alpha', alpha.alpha, `95 % from ${number(alpha.feldt.lower)} to ${number(alpha.feldt.upper)}${negative}`],
    ['omega', omega?.omega, fitText(omega) + impossible(omega)],
    [
      'ordinal alpha',
      ordinal.ordinalAlpha,
      `KMO ${number(dimensionality.kmo)}, first to second eigenvalue ${number(dimensionality.firstToSecond)}`,
    ],
    ['person separation', rasch?.separation.reliability, separationText(rasch)],
    ['error of a score', alpha.standardErrorOfMean, ''],
  ]
  return lines.map(([name, value, more]) => `  ${name.padEnd(17)}  ${number(value).padStart(6)}  ${more}`.trimEnd())
}

function lineOf(text: string): string[] {
  return text === '' ? [] : ['', `  ${text}`]
}

/** Items that go against the others, of which some are most often worded the other way round. */
export function againstRest({ items }: ScaleReport): string {
  const against = items.filter(({ correlationWithRest }) => (correlationWithRest ?? 0) < 0).map(({ item }) => item)
  if (against.length === 0) return ''
  const only = against.length === 1 ? 'This item goes' : 'These items go'
  return `${only} against the others: ${against.join(', ')}. Where one is worded the other way round, name it with --reverse (or no longer).`
}

function fitText(omega: ScaleReport['omega']): string {
  if (!omega) return 'one factor could not be fitted'
  return `one factor: CFI ${number(omega.fit.cfi)}, RMSEA ${number(omega.fit.rmsea, 3)}, SRMR ${number(omega.fit.srmr, 3)}`
}

/** A factor that explains more than there is of an item, as of few people or of items that go against each other. */
export function impossible(omega: ScaleReport['omega']): string {
  return omega?.warnings.includes('negative_residual') ? '; an item would have less than no error: do not use it' : ''
}

function separationText(rasch: ScaleReport['rasch']): string {
  const { separation, reliability } = rasch?.separation ?? { separation: null, reliability: null }
  const isNegative = typeof reliability === 'number' && reliability < 0
  return isNegative ? 'negative: the error of a score is larger than what sets people apart' : `as a ratio ${number(separation)}`
}

function groupText({ groups }: ScaleReport): string[] {
  if (!groups) return []
  const rows = groups.groups.map((group) =>
    group.tooFew
      ? [group.group, 'too few', '', '', '']
      : [group.group, String(group.n), ...[group.mean, group.shrunken, group.reliability].map((value) => number(value))],
  )
  const head = `  between groups: ICC(1) ${number(groups.anova.icc1)}, ICC(2) ${number(groups.anova.icc2)}${(groups.anova.icc2 ?? 0) < 0 ? '; negative: groups differ less than chance would have them' : ''}`
  return ['', head, '', ...table(['group', 'n', 'mean', 'likely mean', 'reliability'], rows)]
}

/** Columns as wide as their widest entry; the first to the left, numbers to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)))
  return lines.map((line) =>
    `  ${line.map((entry, column) => (column === 0 ? entry.padEnd(widths[0] ?? 0) : entry.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  )
}
