import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { openParcel } from '../archive/queries.ts'
import { placeOf, small } from '../../../../test/support/oneroster.ts'
import { previewOf } from '../preview/rules.ts'
import { checkBundle, countRows } from './rules.ts'

const FIXTURES = new URL('../../../../test/fixtures/oneroster/', import.meta.url).pathname
const DATA = new URL('../../../../../shared/', import.meta.url).pathname

type Fault = { file: string; sourcedId: string; kind: string }

describe('the broken bundle', async () => {
  const folder = `${FIXTURES}synthetic_v1p1_broken`
  const faults: Fault[] = JSON.parse(readFileSync(`${folder}/FAULTS.json`, 'utf8'))
  const preview = previewOf(checkBundle(await openParcel(folder)))
  const errors = preview.defects.filter((defect) => defect.severity === 'error').map(placeOf)

  it('shows each planted fault at its file, row and column, and the one that follows from the duplicate id', () => {
    assert.deepEqual(errors, [
      'orgs.csv:5 parentSourcedId dangling_reference',
      'academicSessions.csv:3 startDate bad_date',
      'academicSessions.csv:4 endDate date_order',
      'courses.csv:0  missing_file',
      'classes.csv:4 schoolSourcedId wrong_type',
      'users.csv:11 sourcedId duplicate_id',
      'users.csv:14 role bad_enum',
      'users.csv:17 orgSourcedIds dangling_reference',
      'users.csv:20 givenName missing_required',
      'users.csv:22 enabledUser bad_boolean',
      'enrollments.csv:7 userSourcedId dangling_reference',
      'enrollments.csv:9 classSourcedId dangling_reference',
      'enrollments.csv:9 userSourcedId dangling_reference',
    ])
  })

  for (const fault of faults) {
    it(`has ${fault.kind} of ${fault.sourcedId || fault.file}`, () => {
      assert.ok(preview.defects.some((defect) => defect.file === fault.file && defect.code === fault.kind && defect.severity === 'error'))
    })
  }

  it('tells what follows from them in few lines, as warnings', () => {
    const follows = preview.defects.filter((defect) => defect.code === 'parent_refused')
    assert.ok(follows.length > 0 && follows.length < 8)
    assert.ok(follows.every((defect) => defect.severity === 'warning'))
    assert.ok(follows.some((defect) => defect.file === 'users.csv' && defect.found === 'S03' && defect.times === 66))
  })

  it('cannot be applied', () => assert.equal(preview.applicable, false))
})

describe('the good bundle', async () => {
  const bundle = checkBundle(await openParcel(`${FIXTURES}synthetic_v1p1_good`))

  it('has not one defect', () => assert.deepEqual(bundle.defects, []))

  it('is counted file by file', () => {
    assert.deepEqual(countRows(bundle).counts, { orgs: 11, academicSessions: 3, courses: 10, classes: 77, users: 780, enrollments: 539 })
  })

  it('keeps no password, telephone or agent list of anyone', () => {
    const user = bundle.contents.get('users')?.rows[0]
    assert.equal(user?.cells['password'], '')
    assert.equal(user?.cells['phone'], '')
  })
})

describe('the dirty bundle', async () => {
  const bundle = checkBundle(await openParcel(`${FIXTURES}synthetic_dirty_v1p1.zip`))
  const places = bundle.defects.map(placeOf)

  it('counts rows as a spreadsheet does, also after a cell of two lines', () => {
    assert.ok(places.includes('users.csv:45 orgSourcedIds dangling_reference'))
    assert.ok(places.includes('users.csv:46 sourcedId duplicate_id'))
    assert.ok(places.includes('users.csv:43 email duplicate_email'))
  })

  it('reads a name over two lines as one name', () => {
    assert.equal(bundle.contents.get('users')?.byId.get('t043')?.cells['givenName'], 'multi line')
  })

  it('can be applied without its refused rows', () => assert.equal(previewOf(bundle).applicable, true))
})

describe('other bundles, where they are at hand', { skip: !existsSync(`${DATA}interop/oneroster`) }, () => {
  it('of version 1.2 are refused with that one sentence', async () => {
    const bundle = checkBundle(await openParcel(`${DATA}interop/oneroster/v1p2_full_dataset.zip`))
    assert.deepEqual(bundle.defects.map(placeOf), ['manifest.csv:3 value unsupported_version'])
  })

  it('whose school is a department are refused at the class, not at each enrollment', async () => {
    const bundle = checkBundle(await openParcel(`${DATA}interop/oneroster/v1p1_Test_minimal_data_set.zip`))
    const errors = bundle.defects.filter((defect) => defect.severity === 'error').map(placeOf)
    assert.deepEqual(errors, ['classes.csv:2 schoolSourcedId wrong_type', 'classes.csv:3 schoolSourcedId wrong_type'])
  })

  it('of vendors, with their columns and headers, say what is missing', async () => {
    const bundle = checkBundle(await openParcel(`${DATA}data/oneroster/oat_sa_v1p1_minimal`))
    const places = bundle.defects.map(placeOf)
    assert.ok(places.includes('classes.csv:1 grade bad_header'))
    assert.ok(places.includes('classes.csv:2 courseSourcedId missing_required'))
    assert.ok(places.includes('classes.csv:2 termSourcedIds dangling_reference'))
    assert.ok(!places.some((place) => place.includes('ext_')))
  })
})

describe('a bundle as it comes from a spreadsheet', () => {
  it('may have CRLF, trailing commas, no last line end, TRUE and Scheduled: all of it is repaired and said', () => {
    const bundle = checkBundle(
      small({
        'orgs.csv':
          'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,,\r\nD1,,,Oak,District,7,,,\r\nS1,,,Elm,school,1,D1,,',
        'users.csv':
          'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\nU1,Active,1/05/2023,TRUE,"S1, D1",Teacher,a,,Ann,Ash,,,not mail,,,,,',
      }),
    )
    assert.deepEqual(
      bundle.defects.filter((defect) => defect.severity === 'error'),
      [],
    )
    assert.deepEqual(bundle.defects.map(placeOf), [
      'orgs.csv:2 type bad_enum',
      'users.csv:2 status status_in_bulk',
      'users.csv:2 dateLastModified bad_date',
      'users.csv:2 enabledUser bad_boolean',
      'users.csv:2 role bad_enum',
      'users.csv:2 email bad_email',
    ])
    assert.equal(bundle.contents.get('users')?.rows[0]?.cells['role'], 'teacher')
    assert.equal(bundle.contents.get('orgs')?.rows[1]?.standing, 'taken')
  })

  const cases: [string, Record<string, string | undefined>, string][] = [
    ['a header that cannot be guessed', { 'orgs.csv': 'sourcedId,label,type\nS1,Elm,school\n' }, 'orgs.csv:1 name missing_column'],
    ['an empty file', { 'orgs.csv': '' }, 'orgs.csv:1 sourcedId missing_column'],
    ['a column twice', { 'orgs.csv': 'sourcedId,name,name,type\nS1,Elm,Elm,school\n' }, 'orgs.csv:1 name duplicate_column'],
    ['a comma outside quotes', { 'orgs.csv': 'sourcedId,name,type\nS1,Elm, the,school\n' }, 'orgs.csv:2  long_row'],
    ['a quote that never closes', { 'orgs.csv': 'sourcedId,name,type\nS1,"Elm,school\n' }, 'orgs.csv:2  bad_csv'],
    [
      'a unit above itself',
      { 'orgs.csv': 'sourcedId,name,type,parentSourcedId\nA,Elm,school,B\nB,Oak,district,A\n' },
      'orgs.csv:2 parentSourcedId reference_cycle',
    ],
    [
      'a day that is none',
      { 'academicSessions.csv': 'sourcedId,title,type,startDate,endDate,schoolYear\nT,Fall,term,2025-02-29,2025-06-01,2025\n' },
      'academicSessions.csv:2 startDate bad_date',
    ],
    ['no users', { 'users.csv': undefined }, 'users.csv:0  missing_file'],
    ['no manifest', { 'manifest.csv': undefined }, 'manifest.csv:0  missing_file'],
    [
      'a delta',
      { 'manifest.csv': 'propertyName,value\noneroster.version,1.1\nfile.orgs,delta\nfile.users,bulk\n' },
      'manifest.csv:3 value unsupported_mode',
    ],
    [
      'no version',
      { 'manifest.csv': 'propertyName,value\nfile.orgs,bulk\nfile.users,bulk\n' },
      'manifest.csv:0 oneroster.version missing_required',
    ],
    ['a NUL', { 'orgs.csv': 'sourcedId,name,type\nS1,El\0m,school\n' }, 'orgs.csv:2 name bad_text'],
  ]
  for (const [what, files, place] of cases) {
    it(`is refused where it has ${what}`, () => {
      const errors = checkBundle(small(files)).defects.filter((defect) => defect.severity === 'error')
      assert.equal(errors.map(placeOf)[0], place)
    })
  }

  it('takes along whatever is below a refused row, however deep and in whatever order', () => {
    const orgs = 'sourcedId,name,type,parentSourcedId\nC,C,school,B\nB,B,local,A\nA,A,district,gone\nD,D,school,\n'
    const bundle = checkBundle(small({ 'orgs.csv': orgs }))
    const standings = bundle.contents.get('orgs')?.rows.map((row) => row.standing)
    assert.deepEqual(standings, ['refused', 'refused', 'refused', 'taken'])
    assert.deepEqual(
      bundle.defects.filter((defect) => defect.code !== 'missing_column').map((defect) => `${placeOf(defect)} ${defect.times}`),
      ['orgs.csv:2 parentSourcedId parent_refused 2', 'orgs.csv:4 parentSourcedId dangling_reference 1'],
    )
  })

  it('is judged in time that grows with its rows, also as one long chain or one long cycle', () => {
    const rows = 100_000
    for (const end of ['', `O${rows - 1}`]) {
      const chain = Array.from({ length: rows }, (_, n) => `O${n},Org,local,${n === 0 ? end : `O${n - 1}`}`).reverse()
      const bundle = checkBundle(small({ 'orgs.csv': `sourcedId,name,type,parentSourcedId\n${chain.join('\n')}\n` }))
      const cycles = bundle.defects.filter((defect) => defect.code === 'reference_cycle')
      assert.equal(cycles.length, end === '' ? 0 : rows)
    }
  })

  it('is refused at the line where it stops being UTF-8', () => {
    const parcel = small({})
    parcel.files.set(
      'orgs.csv',
      Buffer.concat([Buffer.from('sourcedId,name,type\nS1,Elm,school\nS2,'), Buffer.from([0xe9]), Buffer.from(',school\n')]),
    )
    assert.ok(checkBundle(parcel).defects.map(placeOf).includes('orgs.csv:3  bad_encoding'))
  })

  it('takes a header that is nearly right, and says which it took', () => {
    const bundle = checkBundle(small({ 'orgs.csv': 'sourcedid,Name,type,parentSourceId\nS1,Elm,school,\n' }))
    assert.equal(bundle.contents.get('orgs')?.rows[0]?.cells['name'], 'Elm')
    assert.deepEqual(
      bundle.defects.filter((defect) => defect.code === 'bad_header').map((defect) => defect.expected),
      ['sourcedId', 'name', 'parentSourcedId'],
    )
  })
})
