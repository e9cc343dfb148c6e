import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { TABLES } from '../bundle/schema.ts'
import type { Column, Kind } from '../bundle/schema.ts'
import { checkCell, isDay, splitList } from './rules.ts'

function column(kind: Kind, required = false, name = 'x'): Column {
  return { name, required, kind }
}

type Case = [what: string, column: Column, raw: string, value: string, flaw: string]

const DATE = column({ is: 'date' })
const BOOLEAN = column({ is: 'boolean' })
const ROLE = column({ is: 'one of', values: ['aide', 'teacher'] })
const STATUS = column({ is: 'status' })

const CASES: Case[] = [
  ['a date', DATE, '2025-08-11', '2025-08-11', ''],
  ['a leap day', DATE, '2024-02-29', '2024-02-29', ''],
  ['a leap day of no leap year', DATE, '2025-02-29', '', 'error bad_date'],
  ['a date of the other kind', DATE, '1/05/2023', '', 'error bad_date'],
  ['a date without zeros', DATE, '2025-8-1', '', 'error bad_date'],
  ['a date with a time', DATE, '2025-08-11T00:00:00.000Z', '2025-08-11', 'warning bad_date'],
  ['the thirteenth month', DATE, '2025-13-01', '', 'error bad_date'],
  ['true', BOOLEAN, 'true', 'true', ''],
  ['a spreadsheet’s true', BOOLEAN, 'TRUE', 'true', 'warning bad_boolean'],
  ['yes', BOOLEAN, 'yes', '', 'error bad_boolean'],
  ['one', BOOLEAN, '1', '', 'error bad_boolean'],
  ['a role in capitals', ROLE, 'Teacher', 'teacher', 'warning bad_enum'],
  ['no role of the list', ROLE, 'principal', '', 'error bad_enum'],
  ['a blank status', STATUS, '', '', ''],
  ['a status in a bulk file', STATUS, 'Active', 'active', 'warning status_in_bulk'],
  ['a status of version 1.0', STATUS, 'inactive', 'tobedeleted', 'warning bad_enum'],
  ['no status', STATUS, 'gone', '', 'error bad_enum'],
  ['a year', column({ is: 'year' }), '2026', '2026', ''],
  ['two years', column({ is: 'year' }), '2025-26', '', 'error bad_year'],
  ['nothing where something must be', column({ is: 'text' }, true), '  ', '', 'error missing_required'],
  ['blanks around', column({ is: 'text' }), ' \u00a0Ann ', 'Ann', ''],
  ['a NUL', column({ is: 'text' }), 'a\0b', '', 'error bad_text'],
  ['a novel', column({ is: 'text' }), 'a'.repeat(1001), '', 'error too_long'],
  ['an address', column({ is: 'text' }, false, 'email'), 'a@b.example', 'a@b.example', ''],
  ['two addresses', column({ is: 'text' }, false, 'email'), 'a@b.example, c@d.example', '', 'warning bad_email'],
  ['a password', column({ is: 'unread' }), 'secret', '', ''],
]

describe('a cell', () => {
  for (const [what, asked, raw, value, flaw] of CASES) {
    it(`with ${what}`, () => {
      const checked = checkCell(asked, raw)
      assert.equal(checked.value, value)
      assert.equal(checked.flaw ? `${checked.flaw.severity} ${checked.flaw.code}` : '', flaw)
    })
  }

  it('of several values is split at commas, blanks and empty ones left out', () => {
    assert.deepEqual(splitList(' a, b,,c ,'), ['a', 'b', 'c'])
    assert.deepEqual(splitList(''), [])
  })

  it('knows the days of the calendar', () => {
    assert.deepEqual(['2000-02-29', '1900-02-29', '2025-04-31', '0000-01-01'].map(isDay), [true, false, false, false])
  })
})

it('never asks for a reference to a table that is read later', () => {
  const names = TABLES.map((table) => table.name)
  for (const [place, table] of TABLES.entries()) {
    for (const { kind } of table.columns)
      if (kind.is === 'reference') assert.ok(names.indexOf(kind.to) <= place, `${table.name} → ${kind.to}`)
  }
})
