import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { inTenant } from '../../../../../access/scope.ts'
import { idIn, LINCOLN } from '../../../../../../test/support/asked-staff.ts'
import { draftingIn } from '../../../../../../test/support/drafting.ts'
import { openWorld, type World } from '../../../../../../test/support/world.ts'
import { urls } from '../../../../../urls.ts'
import { readQuestionnaire } from '../../../exchange/queries.ts'
import { findInstrument } from '../../queries.ts'

type Fields = Record<string, string | string[]>

const WORDS = { name_en: 'In your words', 'text_en.0': 'What helps?', 'text_en.1': 'What do you talk about?' }

describe('a question that is asked of some alone', () => {
  let world: World
  const { at: here, begin, change, newPart, page, post, version } = draftingIn(() => world)
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())
  beforeEach(async () => {
    await begin(urls.instrumentDrafts(LINCOLN), { title_en: 'Our week', purpose_en: 'To plan.' })
    await newPart('choice', { name_en: 'Mentors', answers_en: 'Yes\nNo', more_en: 'Do you have a mentor?' })
    await newPart('text', { name_en: 'In your words', more_en: 'What helps?\nWhat do you talk about?' })
  })

  const at = (part = 'part_2') => ({ ...here(), part })
  const write = async (fields: Fields) => await change(urls.instrumentDraftPart(at()), { ...WORDS, ...fields })

  async function askOnlyThoseWithMentor(): Promise<void> {
    const ticked = { 'whenItem.1': 'part_1_1', 'whenOf.1': 'part_1_1', 'whenValues.1.part_1_1': '1' }
    assert.equal((await write({ 'whenItem.0': '', ...ticked })).status, 303)
  }

  async function whyNotFinish(): Promise<string> {
    const answer = await post(urls.instrumentDraftCompletion(at()), { version: version() })
    assert.equal(answer.status, 409)
    return await answer.text()
  }

  it('is written in two steps, saved with whatever else was typed', async () => {
    assert.doesNotMatch(await page(urls.instrumentDraftPart(at())), /<details[^>]* open/)
    const first = await write({ 'whenItem.1': 'part_1_1', 'text_en.0': 'What helps you?' })
    const next = first.headers.get('location') ?? ''
    assert.match(next, /[?&]of\.part_2_2=part_1_1[^#]*#only-part_2_2$/)
    const asked = await page(next)
    assert.match(
      asked,
      /value="What helps you\?"[\s\S]*<details[^>]* open id="only-part_2_2"[\s\S]*answered “Do you have a mentor\?” with[\s\S]*Yes/,
    )
    assert.doesNotMatch(await page(), /Asked only of those/)
    await askOnlyThoseWithMentor()
    for (const url of [urls.instrumentDraft(at()), urls.instrumentDraftPart(at()), urls.instrumentDraftReading(at())])
      assert.match(await page(url), /Asked only of those who answered Yes to “Do you have a mentor\?”/)
    assert.match(await page(urls.instrumentDraftPart(at())), /name="whenValues\.1\.part_1_1" id="[^"]*" value="1" checked/)
    await write({ 'text_en.0': '' })
    assert.match(await page(), /Asked only of those who answered Yes/, 'what the form does not say stays')
    await change(urls.instrumentDraftPart(at()), { name_en: 'In your words', 'text_en.0': 'What else?', 'whenItem.0': '' })
    assert.doesNotMatch(await page(), /Asked only of those/)
  })

  it('is asked about no further where its row was emptied at the same time', async () => {
    const emptied = await write({ 'text_en.1': '', 'whenItem.1': 'part_1_1' })
    assert.doesNotMatch(emptied.headers.get('location') ?? '', /of\.|#only/)
  })

  it('is refused where the question does not come before it or has no such answer, with everything typed', async () => {
    for (const [fields, reason] of [
      [{ 'whenItem.1': 'part_2_1' }, /Choose a question of an earlier part/],
      [{ 'whenItem.1': 'nowhere' }, /Choose a question of an earlier part/],
      [{ 'whenItem.1': 'part_1_1', 'whenOf.1': 'part_1_1', 'whenValues.1.part_1_1': '3' }, /href="#part-whenValues\.1\.part_1_1"/],
      [{ 'whenItem.1': 'part_1_1', 'whenOf.1': 'part_1_1', 'whenValues.1.part_1_1': ['1', 'two'] }, /href="#part-whenValues\.1/],
    ] as const) {
      const answer = await write({ 'text_en.0': 'Typed', ...fields } as Fields) // the lists above are read-only
      assert.equal(answer.status, 422)
      const text = await answer.text()
      assert.match(text, reason)
      assert.match(text, /value="Typed"[\s\S]*<details[^>]* open id="only-part_2_2"/)
    }
    assert.match(await page(urls.instrumentDraftPart(at('part_1'))), /A question of an earlier part can decide who is asked this one/)
  })

  it('keeps its condition when parts move, and the draft says what is wrong with it until it is right again', async () => {
    await askOnlyThoseWithMentor()
    await change(urls.instrumentDraftMove(at()), { direction: 'up' })
    assert.match(await page(), /answered Yes to[\s\S]*that question does not come before it any more/)
    assert.match(
      await whyNotFinish(),
      /“What do you talk about\?” in “In your words” is asked only of some, but by a question that does not come/,
    )
    const behind = await page(urls.instrumentDraftPart(at()))
    assert.match(behind, /<details[^>]* open id="only-part_2_2"[\s\S]*value="part_1_1" selected[\s\S]*value="1" checked/)
    await write({ 'whenItem.1': 'part_1_1', 'whenOf.1': 'part_1_1', 'whenValues.1.part_1_1': '1' })
    await change(urls.instrumentDraftMove(at()), { direction: 'down' })
    assert.doesNotMatch(await page(), /any more/)
    const answers = { name_en: 'Mentors', 'text_en.0': 'Do you have a mentor?' }
    await change(urls.instrumentDraftPart(at('part_1')), { ...answers, answers_en: 'Never\nNo\nYes' })
    assert.match(await page(), /answered Yes to/)
    await change(urls.instrumentDraftPart(at('part_1')), { ...answers, answers_en: 'No\nNever' })
    assert.match(await page(), /answered “Do you have a mentor\?” in a way that is no longer there/)
    assert.match(await whyNotFinish(), /but by an answer that the deciding question no longer has/)
    await change(urls.instrumentDraftPartRemoval(at('part_1')))
    assert.match(await page(), /to a question that is no longer there/)
    assert.match(await whyNotFinish(), /“What do you talk about\?” in “In your words” is asked only of some, but the question that decides/)
    const gone = await page(urls.instrumentDraftPart(at()))
    assert.match(gone, /value="part_1_1" selected[^>]*>A question that is no longer there/)
    await write({ 'whenItem.1': 'part_1_1' })
    assert.match(await whyNotFinish(), /the question that decides/, 'saving something else does not change who is asked')
    await write({ 'whenItem.1': '' })
    assert.equal((await change(urls.instrumentDraftCompletion(at()))).status, 303)
  })

  it('never passes to another question that comes in place of the one that went', async () => {
    await askOnlyThoseWithMentor()
    const another = { name_en: 'Mentors', 'text_en.0': '', answers_en: 'Yes\nNo', more_en: 'Do you teach two grades?' }
    await change(urls.instrumentDraftPart(at('part_1')), another)
    assert.match(await page(), /Do you teach two grades\?[\s\S]*to a question that is no longer there/)
    assert.match(await whyNotFinish(), /the question that decides who is no longer there/)
    await change(urls.instrumentDraftPartRemoval(at('part_1')))
    await newPart('choice', { name_en: 'Rooms', answers_en: 'Yes\nNo', more_en: 'Do you have a room?' })
    assert.match(await page(), /to a question that is no longer there/)
  })

  it('stays so in the finished questionnaire, its next version, and a file and back', async () => {
    await askOnlyThoseWithMentor()
    const instrument = idIn(await change(urls.instrumentDraftCompletion(at())), 'questionnaires')
    const when = { item: 'part_1_1', values: [1] }
    const scope = await world.scope('lucia')
    const lincoln = { id: world.ids.schools.lincoln, path: [world.ids.roots['cedar-valley'], world.ids.schools.lincoln] }
    const { scales } = await inTenant(world.deps.db, scope, (tx) => findInstrument(tx, scope, lincoln, instrument))
    assert.deepEqual(scales[1]?.items[1]?.when, when)
    for (const url of [urls.instrument, urls.instrumentReading])
      assert.match(await page(url({ ...LINCOLN, instrument })), /Asked only of those who answered Yes/)
    await begin(urls.instrumentRevision({ ...LINCOLN, instrument }))
    assert.match(await page(), /Asked only of those who answered Yes/)
    const file = await world.as('lucia').get(urls.instrumentXlsform({ ...LINCOLN, instrument }))
    const again = await readQuestionnaire('again.xlsx', Buffer.from(await file.arrayBuffer()), 'en')
    assert.deepEqual([again.scales, again.refusals], [scales, []])
  })

  it('is for those who lead the very place, and nobody else finds it', async () => {
    const sent = { ...WORDS, 'whenItem.1': 'part_1_1', version: '5' }
    for (const person of ['lucia', 'dana'] as const)
      assert.equal((await world.as(person).post(urls.instrumentDraftPart(at()), sent)).status, 409)
    for (const person of ['omar', 'stranger'] as const)
      assert.equal((await world.as(person).post(urls.instrumentDraftPart(at()), sent)).status, 404)
    assert.equal((await post(urls.instrumentDraftPart(at()), { ...sent, version: '1' })).status, 409)
  })
})
