export const DEFECT_CODES = [
  'bad_archive',
  'missing_file',
  'undeclared_file',
  'unsupported_version',
  'unsupported_mode',
  'bad_encoding',
  'bad_csv',
  'byte_order_mark',
  'bad_header',
  'missing_column',
  'duplicate_column',
  'long_row',
  'short_row',
  'missing_required',
  'duplicate_id',
  'duplicate_email',
  'bad_enum',
  'bad_boolean',
  'bad_date',
  'bad_year',
  'bad_email',
  'bad_text',
  'too_long',
  'date_order',
  'status_in_bulk',
  'dangling_reference',
  'wrong_type',
  'reference_cycle',
  'unchecked_reference',
  'parent_refused',
  'parent_ended',
  'school_mismatch',
  'role_mismatch',
] as const
export type DefectCode = (typeof DEFECT_CODES)[number]

/** `error`: a row (or the whole load) is refused. `warning`: it was repaired, or follows from an error named elsewhere. */
export type Severity = 'error' | 'warning'

/** Row 1 is the header and row 0 the file as a whole; `times` says how many rows one warning stands for. */
export type Defect = {
  file: string
  row: number
  column: string
  code: DefectCode
  severity: Severity
  expected: string
  found: string
  times: number
}
