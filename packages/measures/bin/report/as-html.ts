import { distributionPicture, groupPicture, informationPicture, itemMap, reliabilityPicture } from './pictures.ts'
import { number, type FileReport } from './as-text.ts'
import { escape } from './escape.ts'
import type { ScaleReport } from './scale-report.ts'

/** One page with all in it: no script, no font, nothing fetched. Each picture is followed by its table. */
export function asHtml({ file: title, scales }: FileReport): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${style}</style></head>
<body><main><h1>${escape(title)}</h1>
${scales.map(section).join('\n')}
</main></body></html>
`
}

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1f2430, #e8eaf0); --soft: light-dark(#5b6475, #aab2c2); --line: light-dark(#d5dae3, #3a4252); --paper: light-dark(#fff, #171b23) }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 system-ui, sans-serif }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 2rem; font-variant-numeric: tabular-nums; font-size: .9rem }
th, td { text-align: right; padding: .25rem .5rem; border-bottom: 1px solid var(--line) }
th:first-child, td:first-child { text-align: left }
figure { margin: 1.5rem 0 0 } figcaption { color: var(--soft) }
svg { width: 100%; height: auto; display: block } svg text { fill: var(--ink); font-size: 12px } svg .axis { stroke: var(--line) }
.wide { overflow-x: auto }
@media print { body { font-size: 11pt } section { break-inside: avoid-page } }`

function section(scale: ScaleReport): string {
  const { alpha, omega } = scale
  return `<section><h2>${escape(scale.name)}</h2>
<p>${scale.scores.n} people have a score, ${scale.complete} answered every item. Mean ${number(scale.scores.mean)} on a scale from ${scale.least} to ${scale.most}; standard error of one score ${number(alpha.standardErrorOfMean)}.</p>
${alpha.warnings.includes('negative') ? '<p><strong>Alpha is negative: an item most likely has to be reversed.</strong></p>' : ''}
${figure('How reliable is the scale?', reliabilityPicture(scale), reliabilityTable(scale))}
${figure('How were the items answered?', distributionPicture(scale), itemTable(scale))}
${figure('Where do people and items stand on one line?', itemMap(scale), thresholdTable(scale))}
${figure('Where does the scale measure well?', informationPicture(scale), informationTable(scale))}
${scale.groups ? figure('How do groups differ?', groupPicture(scale), groupTable(scale)) : ''}
<p>One factor: CFI ${number(omega?.fit.cfi)}, RMSEA ${number(omega?.fit.rmsea, 3)} (${number(omega?.fit.rmseaLower, 3)} to ${number(omega?.fit.rmseaUpper, 3)}), SRMR ${number(omega?.fit.srmr, 3)}; KMO ${number(scale.dimensionality.kmo)}.</p>
</section>`
}

function figure(question: string, picture: string, table: string): string {
  if (picture === '') return ''
  return `<figure role="group" aria-label="${escape(question)}"><figcaption>${escape(question)}</figcaption>${picture}</figure><div class="wide">${table}</div>`
}

function reliabilityTable({ alpha, omega, ordinal, rasch }: ScaleReport): string {
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

function itemTable(scale: ScaleReport): string {
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

function thresholdTable({ rasch, items }: ScaleReport): string {
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

function informationTable({ rasch }: ScaleReport): string {
  const points = (rasch?.information ?? []).filter((_, place) => place % 10 === 0)
  return tableOf(
    ['place on the line', 'information', 'standard error'],
    points.map(({ theta, information }) => [number(theta), number(information), number(1 / Math.sqrt(information))]),
  )
}

function groupTable({ groups }: ScaleReport): string {
  const rows = (groups?.groups ?? []).map((group) =>
    group.tooFew
      ? [group.group, 'too few', '', '', '']
      : [group.group, String(group.n), number(group.mean), number(group.shrunken), number(group.reliability)],
  )
  return tableOf(['group', 'n', 'mean', 'likely mean', 'reliability'], rows)
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (kind: string, line: readonly string[]) => line.map((entry) => `<${kind}>${escape(entry)}</${kind}>`).join('')
  return `<table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table>`
}
