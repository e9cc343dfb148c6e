import assert from 'node:assert/strict'
import { randomInt, randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { openLog } from '../../src/platform/log.ts'
import { newId } from '../../src/platform/ids.ts'
import { keepInstrument } from '../../src/slices/surveys/instruments/commands.ts'
import { foldClosed } from '../../src/slices/surveys/folding/commands.ts'
import type { Scale } from '../../src/slices/surveys/schema.ts'
import { shuffled } from '../../src/slices/votes/rules.ts'
import { urls } from '../../src/urls.ts'
import { LINCOLN, surveysIn } from '../support/asked-staff.ts'
import { openWorld, type World } from '../support/world.ts'
import { asOwner, diskOf, type DumpedRow, dumpOf, idOf, placesOf, rowOf, tablesOf, textOf, timesIn } from './evidence.ts'
import { bestMatch, type Ordered, secretsIn } from './matching.ts'

const PEOPLE = 40

/**
 * Whoever guesses is right once on average, and among the some thousand ways of ordering that are tried the luckiest guess is
 * right 12 times in less than one run of a hundred thousand. A leak is right nearly every time.
 */
const CHANCE = 12

const SCALES: Scale[] = [
  {
    key: 'trust',
    options: 'agreement',
    name: { en: 'Trust' },
    purpose: { en: 'Trust.' },
    items: Array.from({ length: 12 }, (_, at) => ({ key: `trust${at}`, text: { en: `Item ${at}` } })),
  },
  {
    key: 'words',
    kind: 'text',
    options: 'agreement',
    name: { en: 'Words' },
    purpose: { en: 'Words.' },
    items: [
      { key: 'helps', text: { en: 'What helps?' } },
      { key: 'hinders', text: { en: 'What hinders?' } },
    ],
  },
]

/** What one person knows and nobody else should: their link and their answers. */
type Given = { email: string; personId: string; token: string; sheet: string; helps: string; hinders: string; order: number }

/** The attacker has the whole machine but for the key: dumps, the write-ahead log, copies of the files, all logs, and has watched who answered when. */
describe('matching forty invitations to forty answers', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let disk: Awaited<ReturnType<typeof diskOf>>
  let surveyId: string
  let key: Uint8Array
  let given: Given[]
  let log = ''
  before(async () => {
    world = await openWorld()
    world.deps.log = openLog('trace', { write: (line) => void (log += line) })
    surveys = surveysIn(world)
    await surveys.hire('lincoln', PEOPLE - 3)
    disk = await diskOf(world)
    surveyId = await opened()
    given = await answered()
    const [seal] = await surveys.rows<{ id: string }>('select seal_id as id from survey')
    key = (await world.deps.keys.get(seal?.id ?? '')) ?? new Uint8Array()
    assert.equal(key.length, 32)
  })
  after(async () => {
    await disk.close()
    await world.close()
  })

  async function opened(): Promise<string> {
    const scope = await world.scope('maria')
    const made = {
      title: { en: 'Autumn', es: 'Otoño' },
      languages: ['en' as const],
      scales: SCALES,
      purpose: { en: 'To hear.' },
      provenance: 'own' as const,
    }
    const instrumentId = await keepInstrument(world.deps.db, scope, { id: world.ids.schools.lincoln }, made)
    const form = { instrumentId, roles: ['teacher', 'teacher_leader'], mode: 'anonymous', opensOn: '2026-10-06', closesOn: '2026-10-20' }
    const answer = await world.as('maria').post(urls.surveys(LINCOLN), form)
    return /surveys\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? assert.fail(`${answer.status}`)
  }

  async function answered(): Promise<Given[]> {
    const links = [...(await surveys.links(surveyId))]
    const people = await surveys.rows<{ id: string; email: string }>('select id, email from person where email is not null')
    const all: Given[] = []
    for (const [order, [email, link]] of shuffled(links, (n) => randomInt(n)).entries()) {
      const values = Array.from({ length: 12 }, () => randomInt(1, 6))
      const [helps, hinders] = [randomUUID(), randomUUID()]
      assert.equal((await surveys.answer(link, [...values, helps, hinders])).status, 303)
      const personId = people.find((one) => one.email === email)?.id ?? ''
      const token = link.split('/').at(-1)?.split('?')[0] ?? ''
      all.push({ email, personId, token, sheet: values.join(','), helps, hinders, order })
    }
    assert.equal(all.length, PEOPLE)
    return all
  }

  const secrets = (list: readonly Given[], names: readonly ('token' | 'sheet' | 'helps' | 'hinders')[]) =>
    Object.fromEntries(list.flatMap((one) => names.map((name) => [`${name} ${one.order}`, one[name]])))
  const logs = () => Buffer.concat([Buffer.from(log), disk.serverLog()])

  it('finds neither an answer, nor a token, nor the key in what lies anywhere before the close, nor says a log who it was', async () => {
    const all = { ...secrets(given, ['token', 'sheet', 'helps', 'hinders']), key }
    const dump = Buffer.from((await dumpOf(world)).map((row) => row.text.replaceAll(', ', ',')).join('\n'))
    for (const [where, bytes] of Object.entries({ dump, wal: await disk.wal(), backup: await disk.backup(), logs: logs() }))
      assert.deepEqual(secretsIn(bytes, all), [], where)
    assert.ok(log.includes('request'), 'the program writes a log')
    const who = Object.fromEntries(
      given.flatMap(({ email, personId }) => [
        [email, email],
        [personId, personId],
      ]),
    )
    assert.deepEqual(secretsIn(logs(), who), [])
  })

  it('would find them: a line of a log, a text that was not sealed, a key that was kept', async () => {
    const all = { ...secrets(given, ['token', 'sheet', 'helps', 'hinders']), key }
    const [one, other] = [given[0] ?? assert.fail(), given[1] ?? assert.fail()]
    const line = JSON.stringify({ msg: 'answered', path: `/r/${one.token}` })
    assert.deepEqual(secretsIn(Buffer.concat([logs(), Buffer.from(line)]), all), ['token 0'])
    // Emitted and rolled back: nothing but the log of the database ever has it.
    await asOwner(world, (client) => client.query("select pg_logical_emit_message(false, 'planted', $1)", [`{"values":[${other.sheet}]}`]))
    assert.deepEqual(secretsIn(await disk.wal(), all), ['sheet 1'])
    assert.deepEqual(secretsIn(Buffer.from(`copied ${Buffer.from(key).toString('base64')} away`), all), ['key'])
    await disk.close()
    disk = await diskOf(world)
  })

  it('learns from the transaction that answered that somebody has, and nothing of what or when', async () => {
    const dump = await dumpOf(world)
    const sealed = dump.filter((row) => row.table === 'public.survey_answer')
    assert.equal(sealed.length, PEOPLE)
    assert.equal(new Set(sealed.map((row) => String(row.columns['sealed']).length)).size, 1)
    const written = dump.filter((row) => sealed.some((one) => one.xmin === row.xmin))
    assert.deepEqual(tablesOf(written), ['public.survey_answer', 'public.survey_invitation'])
    assert.equal(written.length, 2 * PEOPLE)
    assert.deepEqual(written.flatMap(timesIn), [])
    assert.deepEqual(timesIn({ columns: { planted: '2026-10-06T15:00:00+00:00' } }), ['planted'])
  })

  it('matches ciphertexts to answers no better than by guessing', async () => {
    const dump = await dumpOf(world)
    const sealed = dump
      .filter((row) => row.table === 'public.survey_answer')
      .map((row) => ({ key: personOf(row, dump), places: placesOf(row) }))
    const known = given.map((one) => ({ key: one.personId, places: { sheet: one.sheet, helps: one.helps, sum: sumOf(one.sheet) } }))
    assertChance(bestMatch(known, sealed))
    const leaking = sealed.map((one) => ({
      ...one,
      places: { ...one.places, checksum: sumOf(sheetOf(one.key)) + Number(`0.${sheetOf(one.key).replaceAll(',', '')}`) },
    }))
    const byContent = known.map((one) => ({
      ...one,
      places: { ...one.places, checksum: sumOf(one.places.sheet) + Number(`0.${one.places.sheet.replaceAll(',', '')}`) },
    }))
    assert.equal(bestMatch(byContent, leaking).hits, PEOPLE)
  })

  it('finds, after the close, no answer, no token and no key anywhere, and of words only the words', async () => {
    assert.equal((await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey: surveyId }))).status, 303)
    await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId })
    const dump = await dumpOf(world)
    const all = { ...secrets(given, ['token', 'sheet']), key }
    for (const [where, bytes] of Object.entries({ dump: textOf(dump), wal: await disk.wal(), backup: await disk.backup(), logs: logs() }))
      assert.deepEqual(secretsIn(bytes, all), [], where)
    assert.deepEqual(secretsIn(logs(), secrets(given, ['helps', 'hinders'])), [])
    assert.equal(secretsIn(textOf(dump), secrets(given, ['helps', 'hinders'])).length, 2 * PEOPLE)
    const [seal] = await surveys.rows<{ id: string }>('select seal_id as id from survey')
    assert.equal(await world.deps.keys.get(seal?.id ?? ''), undefined)
    assert.ok(!tablesOf(dump).includes('public.survey_answer'))
  })

  it('leaves nothing that a transaction or an identifier would tie to a person', async () => {
    const dump = await dumpOf(world)
    assert.equal(tiedHits(dump), 0)
    const planted = given.slice(0, 12).map((one, at) => rowOf(`planted ${at}`, { used: true, person_id: one.personId, note: one.helps }))
    assert.equal(tiedHits([...dump, ...planted]), 12)
  })

  it('matches people to words no better than by guessing, in whatever order the two can be put', async () => {
    const wal = await disk.wal()
    assertChance(bestMatch(peopleIn(await dumpOf(world), wal), wordsIn(await dumpOf(world), wal, 'helps')))
    assertChance(bestMatch(peopleIn(await dumpOf(world), wal), wordsIn(await dumpOf(world), wal, 'hinders')))
  })

  it('cannot tell which of two answers in words were written by one person', async () => {
    const [dump, wal] = [await dumpOf(world), await disk.wal()]
    assertChance(bestMatch(wordsIn(dump, wal, 'helps'), wordsIn(dump, wal, 'hinders')))
  })

  it('would match them by a time, by an identifier that grows, or by the order of rows', async () => {
    const hitsBy = async (name: string) => {
      const words = wordsIn(await dumpOf(world), Buffer.alloc(0), 'helps')
      const people = given.map((one) => ({ key: one.personId, places: { order: one.order } }))
      return bestMatch(
        people,
        words.map((one) => ({ ...one, places: { [name]: one.places[name] } })),
      ).hits
    }
    for (const name of ['id', 'ctid']) assert.ok((await hitsBy(name)) < CHANCE, name)
    await surveys.rows('alter table survey_text add column answered_at timestamptz')
    const at = "timestamptz '2026-10-06' + $1 * interval '1 minute'"
    for (const one of given) await surveys.rows(`update survey_text set answered_at = ${at} where body = $2`, [one.order, one.helps])
    for (const one of given)
      await surveys.rows('update survey_text set id = $1 where body = $2', [newId(Date.UTC(2026, 9, 6, 8, one.order)), one.helps])
    for (const name of ['answered_at', 'id', 'xmin']) assert.equal(await hitsBy(name), PEOPLE, name)
    await surveys.rows(
      'create temporary table planted as table survey_text; truncate survey_text; insert into survey_text select * from planted order by answered_at',
    )
    assert.equal(await hitsBy('ctid'), PEOPLE)
  })

  function assertChance({ by, hits }: { by: string; hits: number }): void {
    assert.ok(hits < CHANCE, `${hits} of ${PEOPLE} matched by ${by}`)
  }

  const sheetOf = (personId: string) => given.find((one) => one.personId === personId)?.sheet ?? ''

  /** Whose a sealed answer is: the attacker knows it from the transaction that it shares with the invitation. */
  function personOf(sealed: DumpedRow, dump: readonly DumpedRow[]): string {
    const invitation = dump.find((row) => row.table === 'public.survey_invitation' && row.xmin === sealed.xmin)
    return String(invitation?.columns['person_id'])
  }

  /** People with every place that they have in a table, in a file or in time. */
  function peopleIn(dump: readonly DumpedRow[], wal: Buffer): Ordered[] {
    const invitations = dump.filter((row) => row.table === 'public.survey_invitation')
    return given.map((one) => {
      const invitation = invitations.find((row) => row.columns['person_id'] === one.personId)
      const link = dump.find((row) => row.table === 'public.survey_link' && row.columns['invitation_id'] === invitation?.columns['id'])
      const person = dump.find((row) => row.table === 'public.person' && row.columns['id'] === one.personId)
      const way = dump.find((row) => row.table === 'identity.survey_link' && row.columns['token_hash'] === link?.columns['token_hash'])
      const places = {
        ...placesOf(invitation, 'invitation '),
        ...placesOf(link, 'link '),
        ...placesOf(person, 'person '),
        ...placesOf(way, 'way '),
      }
      const inWal = wal.lastIndexOf(Buffer.from(String(invitation?.columns['id']).replaceAll('-', ''), 'hex'))
      return { key: one.personId, places: { ...places, 'order of answering': one.order, 'invitation in the log': inWal } }
    })
  }

  function wordsIn(dump: readonly DumpedRow[], wal: Buffer, name: 'helps' | 'hinders'): Ordered[] {
    return dump
      .filter((row) => row.table === 'public.survey_text' && row.columns['item_key'] === name)
      .map((row) => {
        const body = String(row.columns['body'])
        const key = given.find((one) => one[name] === body)?.personId ?? ''
        return { key, places: { ...placesOf(row), 'words in the log': wal.indexOf(Buffer.from(body)) } }
      })
  }

  /** For each person, the answers that stand in rows tied to theirs by an identifier or a transaction, where these are few. */
  function tiedHits(dump: readonly DumpedRow[]): number {
    return given.filter((one) => {
      const own = dump.filter((row) => row.text.includes(one.personId) && 'used' in row.columns)
      const ids = [one.personId, ...own.flatMap((row) => idOf(row) ?? [])]
      const tied = dump.filter((row) => own.some(({ xmin }) => xmin === row.xmin) || ids.some((id) => row.text.includes(id)))
      const seen = secretsIn(textOf(tied), secrets(given, ['sheet', 'helps', 'hinders']))
      const authors = new Set(seen.map((name) => name.split(' ')[1]))
      return authors.size > 0 && authors.size < 4 && authors.has(String(one.order))
    }).length
  }
})

function sumOf(sheet: string): number {
  return sheet.split(',').reduce((sum, value) => sum + Number(value), 0)
}
