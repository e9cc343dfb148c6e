import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { rosterFiles, small } from '../../../../test/support/oneroster.ts'
import { checkBundle } from './rules.ts'

const SOUND = rosterFiles({
  orgs: [
    ['D', 'Oak', 'district', ''],
    ['S', 'Elm', 'school', 'D'],
  ],
  users: [
    { id: 'a', org: 'S', role: 'teacher', given: 'Ann', family: 'Ash' },
    { id: 'b', org: 'S,D', role: 'aide', given: 'Bo', family: 'Birch' },
  ],
  classes: [{ id: '1', school: 'S', grades: '04', teachers: ['a', 'b'] }],
})
const NAMES = Object.keys(SOUND) as (keyof typeof SOUND)[] // the keys of the object above
const LIST = new URL('../../../../../shared/interop/security/blns.json', import.meta.url)

describe('whatever a roster holds', () => {
  it('is answered with defects at rows that are there, and never with a fault of ours', () => {
    const cut = fc.record({
      name: fc.constantFrom(...NAMES),
      from: fc.nat(400),
      length: fc.nat(60),
      put: fc.string({ unit: 'binary', maxLength: 20 }),
    })
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        const files: Record<string, string> = { ...SOUND }
        for (const { name, from, length, put } of cuts)
          files[name] = (files[name] ?? '').slice(0, from) + put + (files[name] ?? '').slice(from + length)
        for (const { file, row, severity } of checkBundle(small(files)).defects) {
          const lines = (files[file] ?? '').split(/\r\n|\n|\r/).length
          assert.ok(row >= 0 && row <= lines, `${file}:${row} of ${lines}`)
          assert.ok(severity === 'error' || severity === 'warning')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never loses a row without a word: each is taken, or a defect says why not', () => {
    const edit = fc.record({
      name: fc.constantFrom(...NAMES),
      row: fc.nat(4),
      cell: fc.nat(12),
      put: fc.constantFrom('', 'x', 'S', 'a', '2026-13-01', 'TRUE'),
    })
    fc.assert(
      fc.property(edit, ({ name, row, cell, put }) => {
        const files = { ...SOUND, [name]: withCell(SOUND[name], row + 1, cell, put) }
        const bundle = checkBundle(small(files))
        const lost = [...bundle.contents.values()].some(({ rows }) => rows.some((one) => one.standing !== 'taken'))
        assert.ok(!lost || bundle.defects.length > 0)
      }),
      { numRuns: 500 },
    )
  })

  it('is text and nothing else, also where it is meant to do harm', { skip: !existsSync(LIST) }, () => {
    const strings: string[] = JSON.parse(readFileSync(LIST, 'utf8'))
    for (const text of strings) {
      const users = SOUND['users.csv'].replace(',Ann,', `,"${text.replaceAll('"', '""')}",`)
      const bundle = checkBundle(small({ ...SOUND, 'users.csv': users }))
      const row = bundle.contents.get('users')?.byId.get('a')
      assert.ok(
        row?.cells['givenName'] === text.trim().replace(/\s+/g, ' ') || bundle.defects.some((defect) => defect.file === 'users.csv'),
        text,
      )
    }
  })
})

function withCell(text: string, row: number, cell: number, put: string) {
  const lines = text.split('\r\n')
  const cells = (lines[row] ?? '').split(',')
  if (lines[row] && cell < cells.length) cells[cell] = put
  lines[row] = cells.join(',')
  return lines.join('\r\n')
}
