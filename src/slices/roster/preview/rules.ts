import { countRows } from '../bundle/rules.ts'
import type { Bundle } from '../bundle/schema.ts'
import { foundIn, isFatal } from '../defects/rules.ts'
import { KINDS } from '../nouns/schema.ts'
import type { Report } from '../plan/schema.ts'
import type { Defect } from '../defects/schema.ts'

/** What can be said of a bundle before it is applied. */
export type Preview = ReturnType<typeof previewOf>

export function previewOf(bundle: Bundle) {
  const { counts, accepted } = countRows(bundle)
  return {
    version: bundle.version,
    mode: bundle.mode,
    counts,
    accepted,
    applicable: !bundle.defects.some(isFatal),
    defects: bundle.defects,
  }
}

/** The preview in the shape that `roster preview --json` promises. */
export function jsonOf(preview: Preview) {
  const tell = (defect: Defect) => {
    const { file, row, column, code, severity, expected } = defect
    return { file, row, column, code, severity, expected, found: foundIn(defect) }
  }
  return { ...preview, defects: preview.defects.map(tell) }
}

/** The same for a person at a terminal. */
export function describePreview(preview: Preview) {
  const errors = preview.defects.filter((defect) => defect.severity === 'error').length
  const lines = [
    `OneRoster ${preview.version || 'of unknown version'} ${preview.mode}`,
    ...Object.entries(preview.counts).map(([name, rows]) => `  ${name}.csv: ${rows} rows, ${preview.accepted[name] ?? 0} would be taken`),
    ...preview.defects.map(sentence),
    `${errors} errors, ${preview.defects.length - errors} warnings.`,
    verdict(preview, errors),
  ]
  return `${lines.join('\n')}\n`
}

function verdict(preview: Preview, errors: number) {
  if (!preview.applicable) return 'This file cannot be applied before its errors are mended.'
  return errors > 0 ? 'Rows with errors would be left as they are; the others can be applied.' : 'Nothing is in the way of applying it.'
}

/** What an application did, for a person at a terminal. */
export function describeReport(report: Report) {
  const lines = KINDS.map((kind) => {
    const { added, changed, ended, unchanged } = report.plan[kind]
    return `  ${kind}: ${added} added, ${changed} changed, ${ended} ended, ${unchanged} the same`
  })
  const left = report.left > 0 ? [`${report.left} rows were left out: what they point to is not here.`] : []
  return `${['Applied.', ...lines, ...left].join('\n')}\n`
}

function sentence(defect: Defect) {
  const place = [defect.row > 0 ? `${defect.file}:${defect.row}` : defect.file, defect.column].filter(Boolean).join(' ')
  return `${defect.severity === 'error' ? 'error  ' : 'warning'} ${place} ${defect.code}: expected ${defect.expected}, found ${foundIn(defect) || 'nothing'}`
}
