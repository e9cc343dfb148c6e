import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { zip, type ZipEntry } from '../../../../../test/support/zip.ts'
import { openWorkbook } from './queries.ts'
import { cellName, whyNotUnpack } from './rules.ts'
import { LIMITS } from './schema.ts'

const WORKBOOK = { name: 'xl/workbook.xml', bytes: '<workbook><sheets><sheet name="survey" r:id="r1"/></sheets></workbook>' }
const RELATIONS = {
  name: 'xl/_rels/workbook.xml.rels',
  bytes: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
}
const sheet = (cells: string): ZipEntry => ({
  name: 'xl/worksheets/sheet1.xml',
  bytes: `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`,
})
const open = async (...entries: ZipEntry[]) => await openWorkbook(zip([WORKBOOK, RELATIONS, ...entries]))
const word = (place: string) => `<c r="${place}" t="inlineStr"><is><t>x</t></is></c>`

describe('a workbook', () => {
  it('gives the words of its cells where they stand', async () => {
    const cells = `<c r="A1" s="4"/>${word('C2')}<c r="A2" t="b"><v>1</v></c><c r="B2"><v>3</v></c>`
    assert.deepEqual(await open(sheet(cells)), [{ name: 'survey', rows: [[], ['TRUE', '3', 'x']] }])
    assert.deepEqual([cellName(0, 0), cellName(9, 25), cellName(1, 26), cellName(0, 701)], ['A1', 'Z10', 'AA2', 'ZZ1'])
  })

  const refusals: [string, () => Promise<unknown>][] = [
    ['is no archive', () => openWorkbook(Buffer.from('PK, but no archive'))],
    ['is larger than what is taken', () => openWorkbook(Buffer.alloc(LIMITS.archiveBytes + 1))],
    ['is cut short', () => openWorkbook(zip([WORKBOOK, RELATIONS, sheet('')]).subarray(0, 200))],
    ['lacks a sheet', () => open()],
    ['has a bomb', () => open({ ...sheet(''), bytes: `<worksheet>${' '.repeat(LIMITS.ratioFromBytes)}</worksheet>` })],
    ['yields more than it announces', () => open({ ...sheet(word('A1').repeat(200)), announcedBytes: 10 })],
    ['has too many parts', () => open(sheet(''), ...Array.from({ length: LIMITS.entries }, (_, n) => ({ name: `${n}`, bytes: '' })))],
    ['has a password', () => open({ ...sheet(''), flags: 1 })],
    ['has a part twice', () => open(sheet(''), sheet(''))],
    ['has a path outside', () => open({ ...sheet(''), name: '../sheet1.xml' })],
    ['reaches too far down', () => open(sheet(word(`A${LIMITS.rows + 1}`)))],
    ['reaches too far right', () => open(sheet(word('XFD1')))],
    ['has a cell nowhere', () => open(sheet(word('A0')))],
    ['declares entities', () => open({ ...sheet(''), bytes: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>' })],
    ['is no XML', () => open({ ...sheet(''), bytes: '<worksheet><sheetData></worksheet>' })],
    ['is nested without end', () => open(sheet('<x>'.repeat(100) + '</x>'.repeat(100)))],
  ]
  for (const [what, opened] of refusals) {
    it(`is refused where it ${what}`, async () => assert.equal(await opened(), undefined))
  }

  it('is judged by what its directory announces, before a byte is unpacked', () => {
    const entry = { packedBytes: 1000, bytes: 1000, readable: true }
    assert.equal(whyNotUnpack([entry]), undefined)
    assert.equal(whyNotUnpack([{ ...entry, bytes: LIMITS.entryBytes + 1, packedBytes: LIMITS.entryBytes }]), 'too_large')
    assert.equal(whyNotUnpack(Array.from({ length: 3 }, () => ({ ...entry, bytes: LIMITS.entryBytes, packedBytes: 1e6 }))), 'too_large')
    assert.equal(whyNotUnpack([{ ...entry, bytes: LIMITS.ratioFromBytes + 1 }]), 'too_dense')
    assert.equal(whyNotUnpack(Array.from({ length: LIMITS.entries + 1 }, () => entry)), 'too_many')
    assert.equal(whyNotUnpack([{ ...entry, readable: false }]), 'locked')
  })
})
