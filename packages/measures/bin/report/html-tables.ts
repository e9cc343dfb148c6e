import { number } from './as-text.ts'
import { escape } from './escape.ts'
import type { ScaleReport } from './scale-report.ts'

export function reliabilityTable({ alpha, omega, ordinal, rasch }: ScaleReport): string {
  return tableOf(
    ['coefficient', 'value', 'from', 'to'],
    [
      ["Cronbach's alpha", number(alpha.alpha), number(alpha.feldt.lower), number(alpha.feldt.upper)],
      ["McDonald's omega", number(omega?.omega), '', ''],
      ['Ordinal alpha', number(ordinal.ordinalAlpha), '', ''],
      ['Person separation reliability', number(rasch?.separation.reliability), '', ''],
    ],
  )
}

export function itemTable(scale: ScaleReport): string {
  const values = (scale.items[0]?.counts ?? []).map(({ value }) => String(value))
  return tableOf(
    ['item', ...values, 'n', 'mean', 'sd', 'r rest', 'alpha without'],
    scale.items.map((item) => [
      item.item + (item.reversed ? ' (reversed)' : ''),
      ...item.counts.map(({ count }) => String(count)),
      String(item.answered),
      ...[item.mean, item.sd, item.correlationWithRest, item.alphaIfDeleted].map((value) => number(value)),
    ]),
  )
}

export function scoreTable({ scoreBins, scores, most }: ScaleReport): string {
  return tableOf(
    ['score', 'people', 'share'],
    scoreBins.map(({ from, to, n }) => [
      to === most ? `${from} to ${to}` : `${from} to under ${to}`,
      String(n),
      scores.n === 0 ? '' : `${((100 * n) / scores.n).toFixed(0)} %`,
    ]),
  )
}

export function thresholdTable({ rasch, items }: ScaleReport): string {
  const steps = Math.max(0, ...(rasch?.items ?? []).map((item) => item.thresholds.length))
  return tableOf(
    ['item', ...Array.from({ length: steps }, (_, step) => `step ${step + 1}`), 'infit', 'outfit', 'ordered'],
    (rasch?.items ?? []).map((item, i) => [
      item.item,
      ...Array.from({ length: steps }, (_, step) => number(item.thresholds[step])),
      number(items[i]?.infit),
      number(items[i]?.outfit),
      item.disordered ? 'no' : 'yes',
    ]),
  )
}

export function informationTable({ rasch }: ScaleReport): string {
  const points = (rasch?.information ?? []).filter((_, place) => place % 10 === 0)
  return tableOf(
    ['place on the line', 'information', 'standard error'],
    points.map(({ theta, information }) => [number(theta), number(information), number(1 / Math.sqrt(information))]),
  )
}

export function groupTable({ groups }: ScaleReport): string {
  const rows = (groups?.groups ?? []).map((group) =>
    group.tooFew
      ? [group.group, 'too few', '', '', '']
      : [group.group, String(group.n), number(group.mean), number(group.shrunken), number(group.reliability)],
  )
  return tableOf(['group', 'people', 'mean', 'likely mean', 'reliability'], rows)
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (kind: string, line: readonly string[]) => line.map((entry) => `<${kind}>${escape(entry)}</${kind}>`).join('')
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table>`
}
