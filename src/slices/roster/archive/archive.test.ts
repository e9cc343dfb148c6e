import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { zip } from '../../../../test/support/zip.ts'
import type { ZipEntry } from '../../../../test/support/zip.ts'
import { openArchive, openParcel } from './queries.ts'
import { whyNotUnpack } from './rules.ts'
import { LIMITS } from './schema.ts'

const ORGS: ZipEntry = { name: 'orgs.csv', bytes: 'sourcedId,name\nS1,Alder\n' }

describe('a roster archive', () => {
  it('gives its CSV files in memory, also out of a folder, and leaves what operating systems add', async () => {
    const bytes = zip([
      { ...ORGS, name: 'export/Orgs.csv' },
      { name: '__MACOSX/orgs.csv', bytes: 'x' },
      { name: 'readme.txt', bytes: 'x' },
    ])
    const parcel = await openArchive('a.zip', bytes)
    assert.deepEqual([...parcel.files.keys()], ['orgs.csv'])
    assert.equal(parcel.files.get('orgs.csv')?.toString(), ORGS.bytes)
  })

  const refusals: [string, Buffer][] = [
    ['is no archive', Buffer.from('sourcedId,name')],
    ['is empty', Buffer.alloc(0)],
    ['is cut short', zip([ORGS]).subarray(0, 60)],
    ['has a path outside', zip([{ ...ORGS, name: '../orgs.csv' }])],
    ['has an absolute path', zip([{ ...ORGS, name: '/etc/orgs.csv' }])],
    ['has a path of another system', zip([{ ...ORGS, name: 'roster\\orgs.csv' }])],
    ['has a link', zip([{ ...ORGS, mode: 0o120777 }])],
    ['has a password', zip([{ ...ORGS, flags: 1 }])],
    ['has a file twice', zip([ORGS, { ...ORGS, name: 'old/orgs.csv' }])],
    ['has too many files', zip(Array.from({ length: LIMITS.entries + 1 }, (_, n) => ({ name: `${n}.csv`, bytes: '' })))],
    ['has a bomb', zip([{ name: 'orgs.csv', bytes: Buffer.alloc(4 * 1024 * 1024) }])],
    ['yields more than it announces', zip([{ ...ORGS, bytes: Buffer.alloc(2000), announcedBytes: 10 }])],
    ['is damaged', damaged()],
  ]
  for (const [what, bytes] of refusals) {
    it(`is refused where it ${what}`, async () => {
      const parcel = await openArchive('a.zip', bytes)
      assert.deepEqual(
        parcel.defects.map((defect) => defect.code),
        ['bad_archive'],
      )
      assert.equal(parcel.files.size, 0)
    })
  }

  it('is judged by what its directory announces, before a byte is unpacked', () => {
    const entry = { name: 'users.csv', packedBytes: 1000, bytes: 1000, readable: true, isLink: false }
    assert.equal(whyNotUnpack([entry]), undefined)
    assert.match(whyNotUnpack([{ ...entry, bytes: LIMITS.fileBytes + 1 }])?.expected ?? '', /files of at most/)
    const half = { ...entry, packedBytes: LIMITS.fileBytes, bytes: LIMITS.totalBytes / 2 + 1 }
    assert.match(whyNotUnpack([half, { ...half, name: 'orgs.csv' }])?.expected ?? '', /in all/)
    assert.match(whyNotUnpack([{ ...entry, bytes: LIMITS.ratioFromBytes + 1 }])?.expected ?? '', /to 1/)
  })

  it('says so where there is nothing', async () => {
    const parcel = await openParcel('/nowhere/at/all.zip')
    assert.equal(parcel.defects[0]?.found, 'nothing there')
  })
})

/** One letter of a stored text changed: the sizes still agree, the checksum does not. */
function damaged() {
  const bytes = zip([{ name: 'orgs.csv', bytes: 'aaaaaaaaaaaaaaaa' }])
  const crc = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 16
  bytes.writeUInt32LE(1, crc)
  return bytes
}
