import { againstRest, impossible, number, takenAs, type FileReport } from './as-text.ts'
import { escape } from './escape.ts'
import { groupTable, informationTable, itemTable, reliabilityTable, scoreTable, thresholdTable } from './html-tables.ts'
import { itemMap } from './item-map.ts'
import { distributionPicture, groupPicture, informationPicture, reliabilityPicture, scorePicture } from './pictures.ts'
import type { ScaleReport } from './scale-report.ts'

/** One page with all in it: no script, no font, nothing fetched. Each picture is followed by its table. */
export function asHtml(report: FileReport): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(report.file)}</title><style>${style}</style></head>
<body><main><h1>${escape(report.file)}</h1>
<p class="soft">${escape(takenAs(report))}</p>
${report.scales.map(section).join('\n')}
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
h3 { margin: 2.5rem 0 0 } figure { margin: .5rem 0 0 } .soft { color: var(--soft) }
svg { width: 100%; height: auto; display: block } svg text { fill: var(--ink); font-size: 12px } svg .axis { stroke: var(--line) }
.wide, figure { overflow-x: auto } svg { min-width: 32rem }
@media print { body { font-size: 10pt } figure, tr { break-inside: avoid } h3 { break-after: avoid } }`

function section(scale: ScaleReport): string {
  return `<section><h2>${escape(scale.name)}</h2>
${summaryOf(scale)}
${figure('How are the scores spread?', 'A score is the mean of the items that a person answered, if at least half are. Look at this before any mean: two camps and one middle can have the same mean.', scorePicture(scale), scoreTable(scale))}
${figure('How were the items answered?', 'Each bar holds everyone who answered the item. “r rest” says how the item goes with the others; “alpha without” what the scale would be worth without it.', distributionPicture(scale), itemTable(scale))}
${figure('How reliable is the scale?', 'The share of the differences between people that is no chance, from 0 to 1. The bar of alpha shows where it lies with 95 % confidence.', reliabilityPicture(scale), reliabilityTable(scale))}
${figure('Where do people and items stand on one line?', 'By the partial credit model. A step of an item stands where as many give the higher answer as the lower one; the scale tells people apart where it has steps. Infit and outfit are near 1 where an item behaves as the others do.', itemMap(scale), thresholdTable(scale))}
${figure('Where does the scale measure well?', 'The higher the curve, the smaller the error of a person standing there.', informationPicture(scale), informationTable(scale))}
${groupFigure(scale)}
${oneFactor(scale)}
</section>`
}

function summaryOf(scale: ScaleReport): string {
  const { scores, complete, least, most, alpha } = scale
  const interval = `95 % from ${number(scores.interval.lower)} to ${number(scores.interval.upper)}`
  return `<p>${scores.n} people have a score; ${complete} of them answered every item, and reliability, factor and model are theirs. The mean is ${number(scores.mean)} (${interval}) on a scale from ${least} to ${most}, the standard deviation ${number(scores.sd)}, the standard error of one person's score ${number(alpha.standardErrorOfMean)}.</p>
${warning(scale)}`
}

function warning(scale: ScaleReport): string {
  const negative = scale.alpha.warnings.includes('negative') ? 'Alpha is negative. ' : ''
  const text = negative + againstRest(scale)
  return text === '' ? '' : `<p><strong>${escape(text)}</strong></p>`
}

function groupFigure(scale: ScaleReport): string {
  const { groups } = scale
  if (!groups) return ''
  const about = `Of the differences between people, ${number(groups.anova.icc1)} lies between groups (ICC(1)); the means of groups are reliable to ${number(groups.anova.icc2)} (ICC(2)). The likely mean draws small groups towards the whole, as chance moves them more. Groups of fewer than ${groups.minimum} people are not shown, nor one that could be had from the rest.`
  return figure('How do groups differ?', about, groupPicture(scale), groupTable(scale))
}

function oneFactor({ omega, dimensionality }: ScaleReport): string {
  if (!omega)
    return '<h3>Is it one thing?</h3><p>One factor could not be fitted: it takes three items that vary and more people than items.</p>'
  const { fit } = omega
  return `<h3>Is it one thing?</h3><p>One factor: CFI ${number(fit.cfi)}, RMSEA ${number(fit.rmsea, 3)} (90 % from ${number(fit.rmseaLower, 3)} to ${number(fit.rmseaUpper, 3)}), SRMR ${number(fit.srmr, 3)}; KMO ${number(dimensionality.kmo)}; the first eigenvalue is ${number(dimensionality.firstToSecond, 1)} times the second.${impossible(omega) && ' Omega cannot be used here: one factor would leave an item less than no error, as happens of few people or where items go against each other.'}</p>`
}

function figure(question: string, about: string, picture: string, table: string): string {
  if (picture === '') return ''
  const heading = `<h3>${escape(question)}</h3><p class="soft">${escape(about)}</p>`
  return `${heading}<figure role="group" aria-label="${escape(question)}">${picture}</figure><div class="wide">${table}</div>`
}
