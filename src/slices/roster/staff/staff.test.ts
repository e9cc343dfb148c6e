import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { rosterFiles, small } from '../../../../test/support/oneroster.ts'
import type { SmallUser } from '../../../../test/support/oneroster.ts'
import { openWorld } from '../../../../test/support/world.ts'
import type { World } from '../../../../test/support/world.ts'
import { checkBundle } from '../bundle/rules.ts'
import { loadRoster } from '../loads/commands.ts'

type Org = readonly [id: string, name: string, type: string, parent: string]

const ORGS: Org[] = [
  ['S', 'State', 'state', ''],
  ['D', 'Cedar Valley', 'district', 'S'],
  ['R', 'North', 'local', 'D'],
  ['N', 'Birchwood', 'school', 'R'],
  ['M', 'Ñandú "K-8"', 'school', 'D'],
]
const JO: SmallUser = { id: 'j', org: 'N', role: 'teacher', given: 'Jo', family: 'Hale', email: 'jo@x.example' }
const KIM: SmallUser = { id: 'k', org: 'N', role: 'aide', given: 'Kim', family: 'Ito', email: 'kim@x.example' }
const ADA: SmallUser = {
  id: 'ada',
  org: 'D',
  role: 'administrator',
  given: 'Ada',
  family: 'Moreau',
  email: 'ada.moreau@cedar-valley.example',
}

describe('people and places of a roster', () => {
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

  async function load(users: SmallUser[], orgs: Org[] = ORGS, confirmedEnds: number | null = null) {
    const bundle = checkBundle(
      small(rosterFiles({ orgs: orgs.map(([id, name, ...rest]) => [id, `"${name.replaceAll('"', '""')}"`, ...rest]), users })),
    )
    return await loadRoster(world.deps.db, await world.system(), { fileName: 'small', bundle, withStudents: false, confirmedEnds })
  }

  async function rows(text: string) {
    return (await owner.query<unknown[]>({ text, rowMode: 'array' })).rows
  }

  it('stand in the tree as the roster has them, the state and the district being the tenant itself', async () => {
    await load([JO, KIM, ADA])
    const tree = await rows(`select u.name, p.name from unit u join unit p on p.id = u.parent_id and p.tenant_id = u.tenant_id
      where u.tenant_id = '${world.ids.tenants['cedar-valley']}' and u.kind in ('region', 'school') order by u.name collate "C"`)
    assert.deepEqual(tree, [
      ['Birchwood', 'North'],
      ['Lincoln', 'Cedar Valley Unified'],
      ['North', 'Cedar Valley Unified'],
      ['Rivera', 'Cedar Valley Unified'],
      ['Ñandú "K-8"', 'Cedar Valley Unified'],
    ])
  })

  it('work where the roster says, as teachers or as staff', async () => {
    const roles =
      await rows(`select p.given_name, u.name, m.role from membership m join person p on p.id = m.person_id join unit u on u.id = m.unit_id
      where m.source = 'roster' order by 1`)
    assert.deepEqual(roles, [
      ['Jo', 'Birchwood', 'teacher'],
      ['Kim', 'Birchwood', 'staff'],
    ])
  })

  it('move with a school that moves, and keep everything below it', async () => {
    const moved = ORGS.map((org): Org => (org[0] === 'N' ? ['N', 'Birchwood', 'school', 'D'] : org))
    await load([JO, KIM, ADA], moved)
    const [path] = await rows(
      `select array_length(path, 1), path[1] = '${world.ids.roots['cedar-valley']}' from unit where name = 'Birchwood'`,
    )
    assert.deepEqual(path, [2, true])
  })

  it('change school: the old role ends, the new one begins', async () => {
    await load([{ ...JO, org: 'M' }, KIM, ADA])
    const roles =
      await rows(`select u.slug, m.ends_on is null from membership m join person p on p.id = m.person_id join unit u on u.id = m.unit_id
      where p.given_name = 'Jo' order by 1`)
    assert.deepEqual(roles, [
      ['birchwood', false],
      ['nandu-k-8', true],
    ])
  })

  it('may swap their addresses', async () => {
    await load([{ ...JO, org: 'M', email: 'kim@x.example' }, { ...KIM, email: 'jo@x.example' }, ADA])
    assert.deepEqual(await rows(`select given_name, email from person where given_name in ('Jo', 'Kim') order by 1`), [
      ['Jo', 'kim@x.example'],
      ['Kim', 'jo@x.example'],
    ])
  })

  it('are never taken for somebody else whose address the roster gives them', async () => {
    await load([{ ...JO, org: 'M', email: 'maria.alvarez@cedar-valley.example' }, { ...KIM, email: 'jo@x.example' }, ADA])
    assert.deepEqual(await rows(`select given_name, email from person where given_name in ('Jo', 'Maria') order by 1`), [
      ['Jo', null],
      ['Maria', 'maria.alvarez@cedar-valley.example'],
    ])
  })

  it('who run the program here are not ended by a file that has forgotten them', async () => {
    await load([{ ...JO, org: 'M' }], ORGS, 1)
    assert.deepEqual(await rows(`select given_name, ended_on is null from person where given_name in ('Ada', 'Kim') order by 1`), [
      ['Ada', true],
      ['Kim', false],
    ])
  })

  it('leave a school that is closed', async () => {
    await load(
      [{ ...JO, org: 'M' }],
      ORGS.filter((org) => org[0] !== 'N'),
    )
    assert.deepEqual(await rows(`select ended_on is not null from unit where name = 'Birchwood'`), [[true]])
  })
})
