import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LINCOLN } from '../../../test/support/held-vote.ts'
import { repository } from '../../../test/support/server.ts'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'
import { optionalParagraph } from '../../web/fields.ts'
import { draftGoal } from './commands.ts'

/** Strings that have broken other programs, where the list lies beside the repository. */
const naughty = naughtyTexts(join(repository, '../shared/interop/security/blns.json'))

const STATEMENT = 'Every student can explain in writing how they solved a problem'

describe('a worthy goal', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function draft(fields: Record<string, string> = {}): Promise<string> {
    const answer = await world.as('maria').post(urls.goals(LINCOLN), { statement_en: STATEMENT, circle: 'school', ...fields })
    assert.equal(answer.status, 303)
    return /goals\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  async function openVote(goal: string, voters: readonly string[] = votersOf()): Promise<Response> {
    return await world.as('maria').post(urls.goalVotes({ ...LINCOLN, goal }), { voters, others: [] })
  }

  function votersOf(): string[] {
    return (['tomas', 'noor', 'lucia'] as const).map((persona) => world.ids.people[persona])
  }

  async function page(persona: Parameters<World['as']>[0], goal: string): Promise<string> {
    return await (await world.as(persona).get(urls.goal({ ...LINCOLN, goal }))).text()
  }

  /** A goal whose vote has been given by three and revealed. */
  async function voted(): Promise<{ goal: string; vote: string }> {
    const goal = await draft()
    await openVote(goal)
    const vote = /votes\/([0-9a-f-]{36})\/ballot/.exec(await page('tomas', goal))?.[1] ?? ''
    const form = await page('tomas', goal)
    const scores = Object.fromEntries(
      [...new Set([...form.matchAll(/name="(score_[a-z_]+)"/g)].map((match) => match[1] ?? ''))].map((name) => [name, 4]),
    )
    for (const persona of ['tomas', 'noor', 'lucia'] as const)
      await world
        .as(persona)
        .post(urls.voteBallot({ ...LINCOLN, vote }), { ...scores, argument: 'I have seen it in my room.', leave: 'with_name' })
    assert.equal((await world.as('maria').post(urls.voteReveal({ ...LINCOLN, vote }))).status, 303)
    return { goal, vote }
  }

  it('is asked for kindly where there is none', async () => {
    const text = await (await world.as('maria').get(urls.goals(LINCOLN))).text()
    assert.match(text, /What should be different for your students/)
    assert.match(text, /Write a goal/)
  })

  it('is written down with what is known, and asks for the rest', async () => {
    const goal = await draft({
      forWhom: 'Students in grade 4',
      statement_es: 'Cada estudiante explica por escrito cómo resolvió un problema',
    })
    const text = await page('ben', goal)
    assert.match(text, new RegExp(STATEMENT))
    assert.match(text, /Students in grade 4/)
    assert.match(text, /Where are they today\?/)
    assert.doesNotMatch(text, /For which students, above all\?/)
  })

  it('comes back with what was typed where the sentence is missing or a day is none', async () => {
    const answer = await world
      .as('maria')
      .post(urls.goals(LINCOLN), { statement_en: ' ', forWhom: 'Readers in grade 2', dueOn: 'soon', circle: 'school' })
    const text = await answer.text()
    assert.equal(answer.status, 422)
    assert.match(text, /A day was expected/)
    assert.match(text, /Readers in grade 2/)
    const empty = await world.as('maria').post(urls.goals(LINCOLN), { forWhom: 'Readers in grade 2', circle: 'school' })
    assert.match(await empty.text(), /Please write the goal in one sentence/)
    const long = await world.as('maria').post(urls.goals(LINCOLN), { statement_en: 'x'.repeat(401), circle: 'school' })
    assert.match(await long.text(), /At most 400 characters/)
  })

  it('keeps hostile text as text', async () => {
    const goal = await draft({ statement_en: '<script>alert(1)</script> \u0000 Ω ‮' })
    const text = await page('maria', goal)
    assert.match(text, /&lt;script>alert\(1\)/)
    assert.doesNotMatch(text, /<script>alert/)
  })

  it('keeps every string of the list of naughty ones as it was written', { skip: naughty.length === 0 }, async () => {
    const scope = await world.scope('maria')
    const place = { id: world.ids.schools.lincoln, path: [world.ids.roots['cedar-valley'], world.ids.schools.lincoln] }
    for (const [at, evidence] of naughty.entries()) {
      const draft = { circle: 'team', statement: { en: `Naughty ${at}` }, forWhom: '', baseline: '', target: '', dueOn: null } as const
      const goal = await draftGoal(world.deps.db, scope, place, { ...draft, evidence })
      const text = await page('maria', goal)
      const shown = /<dd>([\s\S]*?)<\/dd>/.exec(text)?.[1] ?? ''
      assert.equal(unescaped(shown), evidence)
      assert.doesNotMatch(shown, /</)
    }
  })

  it('can be written by the leadership team alone; others read why not', async () => {
    const answer = await world.as('ben').post(urls.goals(LINCOLN), { statement_en: 'Mine', circle: 'school' })
    assert.equal(answer.status, 409)
    const text = await (await world.as('ben').get(urls.goals(LINCOLN))).text()
    assert.match(text, /Your role here can read this, not change it/)
  })

  it('does not exist for the neighbour, another tenant, or under another place', async () => {
    const goal = await draft()
    for (const persona of ['omar', 'vera', 'stranger', 'sana', 'ruth'] as const)
      for (const address of [urls.goal, urls.goalEdit])
        assert.equal((await world.as(persona).get(address({ ...LINCOLN, goal }))).status, 404, persona)
    const rivera = { ...LINCOLN, place: 'rivera', goal }
    assert.equal((await world.as('omar').get(urls.goal(rivera))).status, 404)
    assert.equal((await world.as('dana').get(urls.goal(rivera))).status, 404, 'under the wrong place, for one who may enter both')
    for (const address of [urls.goalEdit, urls.goalVotes, urls.goalAgreement, urls.goalClosure])
      assert.equal((await world.as('omar').post(address(rivera), filled)).status, 404)
  })

  it('of the team’s own circle is not there for the rest of the school, nor for the district', async () => {
    const goal = await draft({ circle: 'team', statement_en: 'We plan lessons together' })
    assert.equal((await world.as('tomas').get(urls.goal({ ...LINCOLN, goal }))).status, 200)
    for (const persona of ['ben', 'dana', 'ada'] as const) {
      assert.equal((await world.as(persona).get(urls.goal({ ...LINCOLN, goal }))).status, 404)
      assert.doesNotMatch(await (await world.as(persona).get(urls.goals(LINCOLN))).text(), /We plan lessons together/)
    }
  })

  it('of a school is seen by its district, which cannot write there', async () => {
    await draft({ statement_en: 'Seen from the district' })
    const text = await (await world.as('dana').get(urls.goals({ ...LINCOLN, place: 'cedar-valley-unified' }))).text()
    assert.match(text, /Seen from the district/)
    assert.equal((await world.as('dana').post(urls.goals(LINCOLN), { statement_en: 'From above', circle: 'school' })).status, 409)
  })

  it('is reworded by whoever read the last wording', async () => {
    const goal = await draft()
    const maria = world.as('maria')
    const address = urls.goalEdit({ ...LINCOLN, goal })
    assert.equal((await maria.post(address, { statement_en: 'Sharper now', circle: 'school', version: 1 })).status, 303)
    const stale = await maria.post(address, { statement_en: 'Written beside it', circle: 'school', version: 1 })
    assert.equal(stale.status, 409)
    assert.match(await stale.text(), /Written beside it/)
    assert.match(await page('maria', goal), /Sharper now/)
  })

  it('is not voted on by fewer than three, nor reworded while it is', async () => {
    const goal = await draft()
    const few = await openVote(goal, votersOf().slice(0, 2))
    assert.equal(few.status, 422)
    assert.match(await few.text(), /Ask at least three people/)
    assert.equal((await openVote(goal)).status, 303)
    assert.equal((await openVote(goal)).status, 409)
    const reworded = await world
      .as('maria')
      .post(urls.goalEdit({ ...LINCOLN, goal }), { statement_en: 'Other', circle: 'school', version: 1 })
    assert.match(await reworded.text(), /A vote on this goal is open/)
    const adopted = await world.as('maria').post(urls.goalAgreement({ ...LINCOLN, goal }), { agreedOn: '2026-10-06' })
    assert.match(await adopted.text(), /The votes are still sealed/)
    assert.match(await page('tomas', goal), /0 of 3 have voted/)
  })

  it('is adopted after the reveal, with what the team agreed', async () => {
    const { goal, vote } = await voted()
    const address = urls.goalAgreement({ ...LINCOLN, goal })
    const early = await world.as('maria').post(address, { agreedOn: '2026-10-06' })
    assert.match(await early.text(), /Write down first what you agree on/)
    await world.as('maria').post(urls.voteConsensus({ ...LINCOLN, vote }), { statement: 'We start with grade 4.', version: 0 })
    const ahead = await world.as('maria').post(address, { agreedOn: '2027-01-01' })
    assert.equal(ahead.status, 422)
    assert.match(await ahead.text(), /This day is still to come/)
    assert.equal((await world.as('lucia').post(address, { agreedOn: '2026-10-06' })).status, 409)
    assert.equal((await world.as('maria').post(address, { agreedOn: '2026-10-06' })).status, 303)
    assert.match(await page('ben', goal), /We start with grade 4\.[\s\S]*Adopted on October 6, 2026/)
    assert.match(await (await openVote(goal)).text(), /This wording was adopted by the team/)
  })

  it('is closed with what came of it and what was learned', async () => {
    const goal = await draft()
    const address = urls.goalClosure({ ...LINCOLN, goal })
    const empty = await world.as('maria').post(address, { learned: 'Too early for us', closedOn: '2026-10-06' })
    assert.equal(empty.status, 422)
    const text = await empty.text()
    assert.match(text, /Please choose what came of it/)
    assert.match(text, /Too early for us/)
    assert.equal(
      (await world.as('maria').post(address, { outcome: 'set_aside', learned: 'Too early for us', closedOn: '2026-10-06' })).status,
      303,
    )
    assert.match(await page('ben', goal), /Set aside[\s\S]*Too early for us/)
    assert.match(
      await (await world.as('maria').post(address, { outcome: 'reached', learned: 'x', closedOn: '2026-10-06' })).text(),
      /This goal is closed/,
    )
  })

  it('is read in Spanish where it was written in Spanish too', async () => {
    const goal = await draft({ statement_es: 'Cada estudiante explica por escrito cómo resolvió un problema' })
    await world.as('noor').post(urls.me({}), { name: 'Noor Haddad', language: 'es', theme: 'auto' })
    const text = await page('noor', goal)
    assert.match(text, /Cada estudiante explica por escrito/)
    assert.match(text, /¿Vale nuestro año\?/)
  })

  const filled = {
    statement: 'x',
    statement_en: 'x',
    circle: 'school',
    version: 1,
    agreedOn: '2026-10-06',
    closedOn: '2026-10-06',
    outcome: 'reached',
    learned: 'x',
  }
})

function naughtyTexts(path: string): string[] {
  if (!existsSync(path)) return []
  const strings: string[] = JSON.parse(readFileSync(path, 'utf8'))
  const texts = strings.map((text) => optionalParagraph(2000).safeParse(text).data ?? '').filter((text) => text !== '')
  return Array.from({ length: Math.ceil(texts.length / 40) }, (_, at) =>
    texts
      .slice(at * 40, at * 40 + 40)
      .join('\n')
      .slice(0, 2000)
      .trim(),
  )
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
