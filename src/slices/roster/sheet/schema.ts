import type { Defect } from '../defects/schema.ts'

/** A file's records by place: `cells` are as long as the header, and `row` counts as a spreadsheet does. */
export type RawRow = { row: number; cells: string[] }
export type Sheet = { header: string[]; rows: RawRow[]; defects: Defect[]; readable: boolean }
