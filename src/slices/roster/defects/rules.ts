import type { Defect, DefectCode } from './schema.ts'

/** After one of these as an error nothing of the bundle may be applied: too much of it is unknown. */
const FATAL: readonly DefectCode[] = [
  'bad_archive',
  'missing_file',
  'unsupported_version',
  'unsupported_mode',
  'bad_encoding',
  'bad_csv',
  'missing_column',
  'duplicate_column',
]

const LONGEST_QUOTE = 120

type Told = Omit<Defect, 'severity' | 'times' | 'column'> & { column?: string }

/** A defect for which something is refused. */
export function error(told: Told): Defect {
  return { ...plain(told), severity: 'error', times: 1 }
}

/** A defect that was repaired, or that follows from another. */
export function warning(told: Told): Defect {
  return { ...plain(told), severity: 'warning', times: 1 }
}

/** Whether the bundle cannot be applied at all, not even without its refused rows. */
export function isFatal(defect: Defect) {
  // A manifest that does not say what is in the bundle makes the absence of a row meaningless.
  const aboutManifest = defect.file === 'manifest.csv'
  return defect.severity === 'error' && (aboutManifest || FATAL.includes(defect.code))
}

/** One line for each repaired kind of a column instead of one for each row; errors are all kept. */
export function gather(defects: readonly Defect[]): Defect[] {
  const first = new Map<string, Defect>()
  const gathered: Defect[] = []
  for (const defect of defects) {
    const key = `${defect.file}\n${defect.column}\n${defect.code}`
    const earlier = defect.severity === 'warning' && defect.row > 1 ? first.get(key) : undefined
    if (earlier) earlier.times += defect.times
    else gathered.push(defect)
    if (!earlier && defect.severity === 'warning' && defect.row > 1) first.set(key, defect)
  }
  return gathered
}

/** What was found, with the number of rows that a gathered warning stands for. */
export function foundIn(defect: Defect) {
  return defect.times > 1 ? `${defect.found} (${defect.times} rows)` : defect.found
}

/** Names of files and columns come from the file as well, and may hold anything. */
function plain({ file, column = '', expected, found, ...told }: Told) {
  return { ...told, file: printable(file), column: short(column), expected: printable(expected), found: short(found) }
}

function short(quoted: string) {
  const found = printable(quoted)
  return found.length > LONGEST_QUOTE ? `${found.slice(0, LONGEST_QUOTE).toWellFormed()}…` : found
}

/** Control characters would break a terminal, and PostgreSQL keeps no NUL and no half of a letter. */
function printable(text: string) {
  return text.replace(/[\u0000-\u001f\u007f]/g, '\ufffd').toWellFormed()
}
