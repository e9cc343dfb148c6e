/** Why a file cannot be read at all. */
export const SHEET_FAULTS = ['bad_encoding', 'bad_csv', 'no_header', 'no_rows', 'too_many_rows', 'too_many_columns'] as const

export type SheetFault = (typeof SHEET_FAULTS)[number]

/** A record of a file; `row` counts as a spreadsheet does, the header being row 1. */
export type SheetRow = { row: number; cells: string[] }
