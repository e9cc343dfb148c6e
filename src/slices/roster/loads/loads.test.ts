import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { openWorld } from '../../../../test/support/world.ts'
import type { World } from '../../../../test/support/world.ts'
import { zip } from '../../../../test/support/zip.ts'
import { urls } from '../../../urls.ts'

const FIXTURES = new URL('../../../../test/fixtures/oneroster/', import.meta.url).pathname
const TENANT = { tenant: 'cedar-valley' }

/** A fixture's files as a zip, some of them changed. */
function roster(name: string, change: Record<string, (text: string) => string> = {}) {
  const files = readdirSync(`${FIXTURES}${name}`).filter((file) => file.endsWith('.csv'))
  const entries = files.map((file) => {
    const text = readFileSync(`${FIXTURES}${name}/${file}`, 'utf8')
    return { name: file, bytes: change[file]?.(text) ?? text }
  })
  return new File([zip(entries)], `${name}.zip`, { type: 'application/zip' })
}

describe('loading a roster', () => {
  let world: World
  let owner: pg.Client
  before(async () => {
    world = await openWorld()
    owner = new pg.Client({ connectionString: world.database.ownerUrl })
    await owner.connect()
  })
  after(async () => {
    await owner.end()
    await world.close()
  })

  /** Uploads as the administrator and gives the address of the preview. */
  async function upload(file: File, fields: Record<string, string> = {}) {
    const response = await world.as('ada').post(urls.roster(TENANT), { file, ...fields })
    assert.equal(response.status, 303, await response.text())
    return response.headers.get('location') ?? ''
  }

  async function apply(address: string, fields: Record<string, string> = {}) {
    return await world.as('ada').post(`${address}/application`, fields)
  }

  async function count(text: string) {
    return Number((await owner.query(text)).rows[0]?.count)
  }

  const events = () => count('select count(*) from event')
  const staff = () => count(`select count(*) from roster_link where kind = 'person' and ended_on is null`)

  it('asks for a file, and refuses what is no archive, without keeping anything', async () => {
    const none = await world.as('ada').post(urls.roster(TENANT), { file: new File([], '') })
    assert.equal(none.status, 422)
    assert.match(await none.text(), /Choose the zip file/)
    const broken = await world.as('ada').post(urls.roster(TENANT), { file: new File(['no zip'], 'a.zip') })
    assert.equal(broken.status, 422)
    assert.match(await broken.text(), /not a zip file that can be read safely/)
    assert.equal(await count('select count(*) from roster_load'), 0)
  })

  it('shows the broken bundle defect by defect, and refuses to apply it', async () => {
    const address = await upload(roster('synthetic_v1p1_broken'))
    const page = await (await world.as('ada').get(address)).text()
    assert.match(page, /users\.csv:14/)
    assert.match(page, /The file courses\.csv is missing/)
    assert.match(page, /cannot be applied before/)
    const refused = await apply(address)
    assert.equal(refused.status, 409)
    assert.equal(await staff(), 0)
    const report = await world.as('ada').get(`${address}/report.csv`)
    assert.match(await report.text(), /users\.csv,14,role,bad_enum,error/)
  })

  it('previews the good bundle without changing anything, then applies it whole', async () => {
    const before = await events()
    const address = await upload(roster('synthetic_v1p1_good'))
    assert.match(await (await world.as('ada').get(address)).text(), /Nothing has been changed yet/)
    assert.equal(await staff(), 0)
    const done = await apply(address)
    assert.equal(done.status, 303, await done.text())
    assert.equal(await staff(), 318)
    assert.equal(await count(`select count(*) from unit where kind = 'school' and ended_on is null`), 13)
    assert.equal(await count('select count(*) from class'), 77)
    assert.equal(await count('select count(*) from enrollment'), 77)
    assert.equal(await count('select count(*) from student_enrollment'), 0)
    assert.equal(await events(), before + 1)
    const page = await (await world.as('ada').get(address)).text()
    assert.match(page, /What this load did/)
  })

  it('keeps no student and no parent, and forgets the file once it is applied', async () => {
    assert.equal(await count(`select count(*) from person where email like 'u00030%' or given_name = ''`), 0)
    assert.equal(await count('select count(*) from person'), 318 + 12)
    assert.equal(await count('select count(*) from stored_file'), 0)
  })

  it('gives nobody of the district office a role by itself', async () => {
    assert.equal(
      await count(`select count(*) from membership where source = 'roster' and unit_id = '${world.ids.roots['cedar-valley']}'`),
      0,
    )
  })

  it('changes nothing the second time, not even by an event', async () => {
    const before = await events()
    const address = await upload(roster('synthetic_v1p1_good'))
    assert.match(await (await world.as('ada').get(address)).text(), /Nothing to change/)
    assert.equal((await apply(address)).status, 409)
    assert.equal(await events(), before)
  })

  it('refuses to apply a load twice', async () => {
    const file = roster('synthetic_v1p1_good', { 'users.csv': (text) => text.replace(',Jon,Ellis,', ',Jonathan,Ellis,') })
    const address = await upload(file)
    assert.match(await (await world.as('ada').get(address)).text(), /Jon Ellis → Jonathan Ellis/)
    assert.equal((await apply(address)).status, 303)
    assert.equal(await count(`select count(*) from person where given_name = 'Jonathan'`), 1)
    const again = await apply(address)
    assert.equal(again.status, 409)
    assert.match(await again.text(), /applied already/)
  })

  it('keeps what people changed by hand until the roster says something else', async () => {
    await owner.query(`update person set given_name = 'Danny' where given_name = 'Dan' and family_name = 'Okafor'`)
    await apply(await upload(roster('synthetic_v1p1_good', { 'users.csv': (text) => text.replace(',Cleo,Reyes,', ',Clea,Reyes,') })))
    assert.equal(await count(`select count(*) from person where given_name = 'Danny'`), 1)
    assert.equal(await count(`select count(*) from person where given_name = 'Clea'`), 1)
  })

  it('ends somebody who is gone, with every role, and takes them back', async () => {
    const without = (text: string) => text.replace(/U00013,.*\r\n/, '')
    const enrollments = (text: string) =>
      text
        .split('\r\n')
        .filter((line) => !line.includes('U00013'))
        .join('\r\n')
    await apply(await upload(roster('synthetic_v1p1_good', { 'users.csv': without, 'enrollments.csv': enrollments })))
    const una = `person where email like 'una.bishop13@%'`
    assert.equal(await count(`select count(*) from ${una} and ended_on is not null`), 1)
    assert.equal(await count(`select count(*) from membership where ends_on is null and person_id in (select id from ${una})`), 0)
    await apply(await upload(roster('synthetic_v1p1_good')))
    assert.equal(await count(`select count(*) from ${una} and ended_on is null`), 1)
    assert.equal(await count(`select count(*) from membership where ends_on is null and person_id in (select id from ${una})`), 1)
  })

  it('asks for the number before it ends more than a fifth of the staff', async () => {
    const few = (text: string) =>
      text
        .split('\r\n')
        .filter((line, row) => row < 150 || line.includes('student'))
        .join('\r\n')
    const none = (text: string) => `${text.split('\r\n')[0]}\r\n`
    const address = await upload(roster('synthetic_v1p1_good', { 'users.csv': few, 'enrollments.csv': none }))
    const number = /Type (\d+) to go on/.exec(await (await world.as('ada').get(address)).text())?.[1] ?? ''
    assert.ok(Number(number) > 318 / 5)
    for (const ends of ['', '3']) {
      const refused = await apply(address, { ends })
      assert.equal(refused.status, 422)
      assert.match(await refused.text(), new RegExp(`Type the number ${number}`))
    }
    assert.equal(await staff(), 318)
    assert.equal((await apply(address, { ends: number })).status, 303)
    assert.equal(await staff(), 318 - Number(number))
    await apply(await upload(roster('synthetic_v1p1_good')))
    assert.equal(await staff(), 318)
  })

  it('leaves rows that were refused as they are instead of ending them', async () => {
    const bad = (text: string) => text.replace('U00010,,,true,', 'U00010,,,yes,').replace(',Gia,Huynh,', ',Gigi,Huynh,')
    const address = await upload(roster('synthetic_v1p1_good', { 'users.csv': bad }))
    assert.equal((await apply(address)).status, 303)
    assert.equal(await staff(), 318)
  })

  it('is applied once, also where two people press the button at the same moment', async () => {
    const address = await upload(roster('synthetic_v1p1_good', { 'users.csv': (text) => text.replace(',Jon,Ellis,', ',Jonny,Ellis,') }))
    const before = await count('select count(*) from roster_application')
    const statuses = (await Promise.all([apply(address), apply(address), apply(address)])).map((response) => response.status)
    assert.deepEqual(statuses.sort(), [303, 409, 409])
    assert.equal(await count('select count(*) from roster_application'), before + 1)
  })

  it('makes the preview anew where something has changed since, and applies nothing', async () => {
    const renamed = (name: string) =>
      roster('synthetic_v1p1_good', { 'users.csv': (text) => text.replace(',Jon,Ellis,', `,${name},Ellis,`) })
    const first = await upload(renamed('Johnny'))
    await apply(await upload(renamed('Jonas')))
    const again = await apply(first)
    assert.match(again.headers.get('location') ?? '', /previewed_again/)
    assert.equal(await count(`select count(*) from person where given_name = 'Johnny'`), 0)
    assert.match(await (await world.as('ada').get(first)).text(), /Jonas Ellis → Johnny Ellis/)
    assert.match((await apply(first)).headers.get('location') ?? '', /applied_done/)
    assert.equal(await count(`select count(*) from person where given_name = 'Johnny'`), 1)
  })

  it('forgets the file of a preview that nobody applied within a week', async () => {
    const address = await upload(roster('synthetic_v1p1_good'))
    await owner.query(`update roster_load set recorded_at = recorded_at - interval '8 days'`)
    await upload(roster('synthetic_v1p1_good'))
    assert.equal(await count('select count(*) from stored_file'), 1)
    const late = await apply(address)
    assert.equal(late.status, 409)
    assert.match(await late.text(), /more than a week old/)
  })

  it('keeps students by number where they are switched on, and has no name of theirs', async () => {
    await apply(await upload(roster('synthetic_v1p1_good'), { students: 'yes' }))
    assert.equal(await count('select count(*) from student_enrollment'), 462)
    assert.equal(await count('select count(*) from person'), 318 + 12)
  })

  it('takes the dirty bundle without its refused rows, hostile names as text', async () => {
    const bytes = readFileSync(`${FIXTURES}synthetic_dirty_v1p1.zip`)
    const address = await upload(new File([bytes], '<script>.zip'))
    const page = await (await world.as('ada').get(address)).text()
    assert.ok(!page.includes('<script>.zip'))
    assert.ok(!page.includes('<img src=x'))
  })

  it('is not here for those who run nothing, nor for a neighbor', async () => {
    const address = await upload(roster('synthetic_v1p1_good'))
    for (const persona of ['maria', 'dana', 'lucia', 'stranger'] as const) {
      assert.equal((await world.as(persona).get(urls.roster(TENANT))).status, 404)
      assert.equal((await world.as(persona).get(address)).status, 404)
      assert.equal((await world.as(persona).get(`${address}/report.csv`)).status, 404)
      assert.equal((await world.as(persona).post(`${address}/application`)).status, 404)
      assert.equal((await world.as(persona).post(urls.roster(TENANT), { file: roster('synthetic_v1p1_good') })).status, 404)
    }
  })
})
