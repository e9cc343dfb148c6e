import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { inTenant } from '../../../../access/scope.ts'
import { idIn, LINCOLN } from '../../../../../test/support/asked-staff.ts'
import { draftingIn } from '../../../../../test/support/drafting.ts'
import { openWorld, type World } from '../../../../../test/support/world.ts'
import { urls } from '../../../../urls.ts'
import { readQuestionnaire } from '../../exchange/queries.ts'
import { findInstrument } from '../queries.ts'

describe('a questionnaire that is being built', () => {
  let world: World
  const { at, begin, change, newPart, page, post, version } = draftingIn(() => world)
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())
  beforeEach(async () => {
    await begin(urls.instrumentDrafts(LINCOLN), { title_en: 'Our week', purpose_en: 'To plan.', scales: ['small_measure'] })
  })

  it('begins in the languages in which it has a title, and is found again where one begins', async () => {
    assert.match(await page(), /Our week[\s\S]*3 questions, about 1 minute\.[\s\S]*A small measure/)
    for (const list of [urls.surveys, urls.instrumentNew]) assert.match(await page(list(LINCOLN)), /Being built[\s\S]*Our week/)
    assert.match(await page(), /value="en" checked/)
    assert.doesNotMatch(await page(), /value="es" checked/)
  })

  it('can begin with nothing, and asks first for what is read first', async () => {
    assert.match(await page(urls.instrumentNew(LINCOLN)), /<form action="[^"]*\/drafts"[^>]*>[\s\S]*?Begin with an empty one/)
    assert.doesNotMatch(await (await world.as('lucia').get(urls.instrumentNew(LINCOLN))).text(), /Begin with an empty one/)
    await begin(urls.instrumentDrafts(LINCOLN))
    assert.match(await page(), /Give it a title[\s\S]*>Title, languages and purpose[\s\S]*>Parts[\s\S]*>Add a part/)
    await change(urls.instrumentDraft(at()), { title_en: 'Our week', purpose_en: 'To plan.', languages: ['en'] })
    assert.match(await page(), />Parts[\s\S]*>Add a part[\s\S]*>Title, languages and purpose/)
  })

  it('asks once more before something that was written goes', async () => {
    const part = await newPart('agreement', { name_en: 'Bells', more_en: 'Too loud.\nToo early.' })
    const text = await page()
    const removal = urls.instrumentDraftPartRemoval({ ...at(), part })
    assert.match(
      text,
      new RegExp(`popover="auto" id="remove-${part}"[\\s\\S]*Remove “Bells”\\?[\\s\\S]*Its 2 questions go[\\s\\S]*action="${removal}"`),
    )
    assert.doesNotMatch(text, /id="remove-small_measure"/)
    assert.match(text, /popover="auto" id="give-up"[\s\S]*kept nowhere else[\s\S]*Give it up/)
  })

  it('takes scales, choices and words, is read before it is finished, and then stays as it is', async () => {
    const mentor = await newPart('choice', { name_en: 'Mentors', answers_en: 'Yes\nNo', more_en: 'Do you have a mentor?' })
    const words = await newPart('text', { name_en: 'In your words', more_en: 'What do you talk about?' })
    await newPart('own', { name_en: 'Time', answers_en: 'None\nSome\nEnough', more_en: 'Time to plan?\nTime to read?' })
    const condition = urls.instrumentDraftCondition({ ...at(), part: words })
    assert.equal((await change(condition, { item: `${mentor}_1`, values: ['1'] })).status, 303)
    assert.match(
      await page(`${urls.instrumentDraftPart({ ...at(), part: words })}?of=${mentor}_1`),
      /with\s*<\/legend>[\s\S]*value="1" checked/,
    )
    const reading = await page(urls.instrumentDraftReading(at()))
    assert.match(
      reading,
      /Do you have a mentor\?[\s\S]*Yes[\s\S]*Asked only of those who answered Yes to[\s\S]*<textarea[\s\S]*Time to read\?/,
    )

    const made = await change(urls.instrumentDraftCompletion(at()))
    const instrument = idIn(made, 'questionnaires')
    const whole = await (await world.as('lucia').get(urls.instrument({ ...LINCOLN, instrument }))).text()
    assert.match(whole, /Our week[\s\S]*about 2 minutes[\s\S]*A small measure[\s\S]*Yes · No[\s\S]*None · Some · Enough/)
    assert.match(whole, /and questions written here/)
    const scope = await world.scope('lucia')
    const lincoln = { id: world.ids.schools.lincoln, path: [world.ids.roots['cedar-valley'], world.ids.schools.lincoln] }
    const { scales } = await inTenant(world.deps.db, scope, (tx) => findInstrument(tx, scope, lincoln, instrument))
    const file = await world.as('lucia').get(urls.instrumentXlsform({ ...LINCOLN, instrument }))
    const again = await readQuestionnaire('again.xlsx', Buffer.from(await file.arrayBuffer()), 'en')
    assert.deepEqual([again.scales, again.refusals, again.purpose], [scales, [], { en: 'To plan.' }])
    assert.equal((await world.as('maria').get(urls.instrumentDraft(at()))).status, 404)
  })

  it('changes its parts row by row, their order, and lets go of them', async () => {
    const part = await newPart('agreement', { name_en: 'Bells', more_en: 'Too loud.\nToo early.' })
    const rows = { name_en: 'The bells', 'text_en.0': '', 'text_en.1': 'Too early for me.', 'reversed.1': 'yes', more_en: 'Too long.' }
    assert.equal((await change(urls.instrumentDraftPart({ ...at(), part }), rows)).status, 303)
    const changed = await page()
    assert.match(changed, /The bells[\s\S]*Too early for me\.\s*<span class="soft">\(counted the other way round\)[\s\S]*Too long\./)
    assert.doesNotMatch(changed, /Too loud/)
    await change(urls.instrumentDraftMove({ ...at(), part }), { direction: 'up' })
    assert.match(await page(), /1\. The bells[\s\S]*2\. A small measure/)
    await change(urls.instrumentDraftPartRemoval({ ...at(), part: 'small_measure' }))
    assert.doesNotMatch(await page(), /2\. A small measure/)
    await change(urls.instrumentDraftBank(at()), { scales: ['trust_respect', 'made_up'] })
    assert.match(await page(), /2\. Trust: respect[\s\S]*From the bank/)
    const bank = await change(urls.instrumentDraftPart({ ...at(), part: 'trust_respect' }), { name_en: 'Mine now' })
    assert.equal(bank.status, 409)
    assert.match(await bank.text(), /This scale comes from the bank and stays as it is/)
    await change(urls.instrumentDraftRemoval(at()))
    assert.equal((await world.as('maria').get(urls.instrumentDraft(at()))).status, 404)
  })

  it('is refused with the reason while something is missing', async () => {
    const whyNot = async () => {
      const answer = await post(urls.instrumentDraftCompletion(at()), { version: version() })
      assert.equal(answer.status, 409)
      return await answer.text()
    }
    const part =
      /parts\/(\w+)/.exec((await change(urls.instrumentDraftParts(at()), { kind: 'choice' })).headers.get('location') ?? '')?.[1] ?? ''
    await change(urls.instrumentDraftPart({ ...at(), part }), { name_en: 'Mentors', answers_en: 'Yes\nNo' })
    assert.match(await whyNot(), /“Mentors” has no question yet/)
    assert.match(await page(), /disabled[\s\S]*“Mentors” has no question yet/)
    await change(urls.instrumentDraftPart({ ...at(), part }), { name_en: '', answers_en: 'Yes\nNo', more_en: 'Do you have one?' })
    assert.match(await whyNot(), /Part 2 is not complete in every language/)
    assert.match(await page(), /Something in it is not written in English yet/)
    await change(urls.instrumentDraftPart({ ...at(), part }), {
      name_en: 'Mentors',
      answers_en: 'Yes\nNo',
      'text_en.0': 'Do you have one?',
    })
    await change(urls.instrumentDraftCondition({ ...at(), part: 'small_measure' }), { item: `${part}_1`, values: ['2'] })
    assert.match(await whyNot(), /“A small measure” is asked only of some, but by a question that does not come before it/)
    await change(urls.instrumentDraftMove({ ...at(), part }), { direction: 'up' })
    await change(urls.instrumentDraft(at()), { title_en: 'Our week', purpose_en: 'To plan.', languages: ['en', 'es'] })
    assert.match(await whyNot(), /Give it a title in every language/)
    await change(urls.instrumentDraft(at()), { title_en: 'Our week', purpose_en: '', languages: ['en'] })
    assert.match(await whyNot(), /Say in every language that you chose what you want to learn from it/)
    await change(urls.instrumentDraft(at()), { title_en: 'A', title_es: 'A', purpose_en: 'To plan.', languages: ['en', 'es'] })
    assert.match(await whyNot(), /Say in every language that you chose what you want to learn from it/)
    assert.match(await page(), />To plan\.<\/textarea>/)
  })

  it('comes back as typed where a form cannot be taken', async () => {
    const part = await newPart('own', { name_en: 'Time', answers_en: 'None\nSome', more_en: 'Time to plan?' })
    const url = urls.instrumentDraftPart({ ...at(), part })
    const few = await change(url, { name_en: 'Half', answers_en: 'One' })
    assert.equal(few.status, 422)
    assert.match(await few.text(), /value="Half"[\s\S]*Write 2 to 10 answers/)
    assert.equal((await change(url, { name_en: 'x'.repeat(121), answers_en: 'None\nSome' })).status, 422)
    assert.equal((await change(url, { name_en: 'x', answers_en: 'a\nb', 'text_en.0': 'x'.repeat(501) })).status, 422)
    await change(urls.instrumentDraft(at()), { title_en: 'A', title_es: 'A', purpose_en: 'B', languages: ['en', 'es'] })
    const uneven = await change(url, { answers_en: 'a\nb', answers_es: 'a\nb', more_en: 'One\nTwo', more_es: 'Uno' })
    assert.match(await uneven.text(), /each question of your own in both languages, in the same order/)
    const answers = await change(url, { answers_en: 'a\nb', answers_es: 'a\nb\nc' })
    assert.match(await answers.text(), /each answer in both languages, in the same order/)
    assert.equal((await change(urls.instrumentDraft(at()), { title_en: 'A' })).status, 422)
    assert.equal((await change(urls.instrumentDraftCondition({ ...at(), part }), { item: 'x', values: ['eleven'] })).status, 422)
  })

  it('tells whoever had an older one before them', async () => {
    const head = { title_en: 'Newer', purpose_en: 'To plan.', languages: ['en'] }
    assert.equal((await post(urls.instrumentDraft(at()), { ...head, version: '1' })).status, 303)
    for (const url of [
      urls.instrumentDraft(at()),
      urls.instrumentDraftCompletion(at()),
      urls.instrumentDraftPartRemoval({ ...at(), part: 'small_measure' }),
    ])
      assert.equal((await post(url, { ...head, version: '1' })).status, 409, url)
    assert.match(await page(), /Newer[\s\S]*A small measure/)
  })

  it('can be the next version of a finished one, and both say so', async () => {
    const first = idIn(await change(urls.instrumentDraftCompletion(at())), 'questionnaires')
    await begin(urls.instrumentRevision({ ...LINCOLN, instrument: first }))
    assert.match(await page(), /The next version of a questionnaire/)
    await change(urls.instrumentDraft(at()), { title_en: 'Our week, again', purpose_en: 'To plan.', languages: ['en'] })
    const next = idIn(await change(urls.instrumentDraftCompletion(at())), 'questionnaires')
    for (const instrument of [first, next])
      assert.match(await page(urls.instrument({ ...LINCOLN, instrument })), /Its versions[\s\S]*Our week, again[\s\S]*Our week</)
  })

  it('is for those who lead the very place, and nobody else finds it', async () => {
    for (const person of ['lucia', 'dana'] as const) {
      assert.equal((await world.as(person).get(urls.instrumentDraft(at()))).status, 409)
      assert.equal((await world.as(person).post(urls.instrumentDraftCompletion(at()), { version: '1' })).status, 409)
      assert.equal((await world.as(person).post(urls.instrumentDrafts(LINCOLN), { title_en: 'x' })).status, 409)
    }
    for (const person of ['omar', 'stranger'] as const) assert.equal((await world.as(person).get(urls.instrumentDraft(at()))).status, 404)
    assert.equal((await world.as('omar').get(urls.instrumentDraft({ ...at(), place: 'rivera' }))).status, 404)
    assert.equal((await world.as('maria').get(urls.instrumentDraftPart({ ...at(), part: 'nowhere' }))).status, 404)
    for (const list of [urls.surveys, urls.instrumentNew])
      assert.doesNotMatch(await (await world.as('lucia').get(list(LINCOLN))).text(), /Being built/)
  })
})
