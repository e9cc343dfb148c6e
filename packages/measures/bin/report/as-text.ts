import type { ScaleReport } from './scale-report.ts'

/** What a file of answers was taken to be, and what each of its scales tells. */
export type FileReport = { file: string; rows: number; guessed: boolean; leftOut: string[]; scales: ScaleReport[] }

/** The report for a terminal. */
export function asText(report: FileReport): string {
  return report.scales.map(scaleText).join('\n\n')
}

export function number(value: number | null | undefined, digits = 2): string {
  return value === null || value === undefined ? '–' : value.toFixed(digits)
}

function scaleText(scale: ScaleReport): string {
  const { alpha, omega, ordinal, rasch, dimensionality } = scale
  return [
    `${scale.name}: ${scale.items.length} items from ${scale.least} to ${scale.most}, ${scale.scores.n} scored, ${scale.complete} answered all`,
    `  mean ${number(scale.scores.mean)}`,
    `  alpha ${number(alpha.alpha)} (95 % from ${number(alpha.feldt.lower)} to ${number(alpha.feldt.upper)})${alpha.warnings.includes('negative') ? ': negative, look for an item to reverse' : ''}`,
    `  omega ${number(omega?.omega)}, fit: CFI ${number(omega?.fit.cfi)}, RMSEA ${number(omega?.fit.rmsea, 3)}, SRMR ${number(omega?.fit.srmr, 3)}`,
    `  ordinal alpha ${number(ordinal.ordinalAlpha)}, KMO ${number(dimensionality.kmo)}, first to second eigenvalue ${number(dimensionality.firstToSecond)}`,
    `  standard error of a score ${number(alpha.standardErrorOfMean)}`,
    `  person separation ${number(rasch?.separation.separation)}, reliability ${number(rasch?.separation.reliability)}`,
    '',
    ...table(
      ['item', 'n', 'mean', 'sd', 'r rest', 'alpha without', 'infit', 'outfit'],
      scale.items.map((item) => [
        item.item + (item.reversed ? ' (reversed)' : ''),
        String(item.answered),
        ...[item.mean, item.sd, item.correlationWithRest, item.alphaIfDeleted, item.infit, item.outfit].map((value) => number(value)),
      ]),
    ),
    ...groupText(scale),
  ].join('\n')
}

function groupText({ groups }: ScaleReport): string[] {
  if (!groups) return []
  const rows = groups.groups.map((group) =>
    group.tooFew
      ? [group.group, 'too few', '', '', '']
      : [group.group, String(group.n), ...[group.mean, group.shrunken, group.reliability].map((value) => number(value))],
  )
  const head = `  between groups: ICC(1) ${number(groups.anova.icc1)}, ICC(2) ${number(groups.anova.icc2)}`
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
