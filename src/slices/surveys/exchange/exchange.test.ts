import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import writeWorkbook from 'write-excel-file/node'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import { readQuestionnaire } from './queries.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const FORM = { title_en: 'Brought', purpose_en: 'To hear everybody.' }
const LIST = ['Never heard', 'Heard once', 'Know a little', 'Know well', 'Teach it']

describe('a questionnaire from a file', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function preview(person: 'maria' | 'lucia' = 'maria') {
    return await world.as(person).post(urls.instrumentBringing(LINCOLN), { file: await formFile(), language: 'en' })
  }

  async function accepted() {
    const brought = broughtIn(await (await preview()).text())
    const answer = await world.as('maria').post(urls.instrumentBringingAcceptance(LINCOLN), { ...FORM, brought })
    return /questionnaires\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  it('is shown with what comes over and what is refused where, before anything is made', async () => {
    const answer = await preview()
    const text = await answer.text()
    assert.equal(answer.status, 200)
    assert.match(text, /2 questions come over\. 1 is left out/i)
    assert.match(text, /How well do you know it\?[\s\S]*5 = Teach it[\s\S]*Asked only of those who answered Teach it to/)
    assert.match(text, /survey!A4[\s\S]*integer age[\s\S]*a question with one answer out of a list[\s\S]*left out/)
    assert.doesNotMatch(text, /Title in Spanish/)
    assert.match(text, /survey!D1[\s\S]*hint[\s\S]*without it/)
    assert.doesNotMatch(await (await world.as('maria').get(urls.surveys(LINCOLN))).text(), /Brought/)
  })

  it('becomes a questionnaire with its own answers, and goes out as it came in', async () => {
    const id = await accepted()
    const page = await (await world.as('lucia').get(urls.instrument({ ...LINCOLN, instrument: id }))).text()
    assert.match(page, /How well do you know it\?[\s\S]*Never heard · Heard once/)
    assert.match(page, /brought from a file/)
    const file = await world.as('lucia').get(urls.instrumentXlsform({ ...LINCOLN, instrument: id }))
    assert.match(file.headers.get('content-type') ?? '', /spreadsheetml/)
    const again = await readQuestionnaire('again.xlsx', Buffer.from(await file.arrayBuffer()), 'en')
    assert.deepEqual(again.refusals, [])
    assert.equal(again.scales[0]?.items[0]?.text['en'], 'How well do you know it?')
    assert.deepEqual(
      again.scales[0]?.answers?.map((texts) => texts['en']),
      LIST,
    )
  })

  it('is counted as whoever looked at it says', async () => {
    const brought = broughtIn(await (await preview()).text())
    const sent = async (fields: Record<string, string>) => {
      const answer = await world.as('maria').post(urls.instrumentBringingAcceptance(LINCOLN), { ...FORM, brought, ...fields })
      return await (await world.as('maria').get(answer.headers.get('location') ?? '')).text()
    }
    assert.match(
      await sent({ 'counted.brought': 'scale', 'reversed.brought': 'known' }),
      /know it\?\s*<span class="soft">\(counted the other way/,
    )
    assert.doesNotMatch(await sent({ 'counted.brought': 'choice', 'reversed.brought': 'known' }), /counted the other way/)
  })

  it('can be built on before it is finished', async () => {
    const brought = broughtIn(await (await preview()).text())
    const answer = await world.as('maria').post(urls.instrumentBringingAcceptance(LINCOLN), { ...FORM, brought, goOn: 'draft' })
    assert.match(answer.headers.get('location') ?? '', /questionnaires\/drafts\//)
    assert.match(
      await (await world.as('maria').get(answer.headers.get('location') ?? '')).text(),
      /How well do you know it\?[\s\S]*Tell us more/,
    )
  })

  it('asks for the title in each language that it has, and in no other', async () => {
    const brought = broughtIn(await (await preview()).text())
    const sent = async (fields: Record<string, string>) =>
      await world.as('maria').post(urls.instrumentBringingAcceptance(LINCOLN), { ...FORM, brought, ...fields })
    const untitled = await sent({ title_en: ' ', title_es: 'Traído' })
    assert.equal(untitled.status, 422)
    assert.match(await untitled.text(), /<label for="title_en">Title/)
    const both = await sent({ brought: brought.replace('["en"]', '["en","es"]') })
    assert.equal(both.status, 422)
    assert.match(await both.text(), /Title in Spanish[\s\S]*What do you want to learn from it\? \(in Spanish\)/)
  })

  it('is told apart from what is none', async () => {
    const sent = async (file: File) => await world.as('maria').post(urls.instrumentBringing(LINCOLN), { file, language: 'en' })
    const picture = await sent(new File(['GIF89a'], 'picture.gif'))
    assert.equal(picture.status, 422)
    assert.match(await picture.text(), /picture\.gif[\s\S]*an XLSForm/)
    const none = await sent(new File([], ''))
    assert.equal(none.status, 422)
    assert.match(await none.text(), /Choose a file that is not empty/)
    assert.equal((await world.as('maria').post(urls.instrumentBringing(LINCOLN), { file: await formFile(), language: 'fr' })).status, 422)
  })

  it('keeps what was read and typed where something is missing, and asks again where it did not come back', async () => {
    const brought = broughtIn(await (await preview()).text())
    const sent = async (fields: Record<string, string>) =>
      await world.as('maria').post(urls.instrumentBringingAcceptance(LINCOLN), { ...FORM, brought, ...fields })
    const half = await sent({ purpose_en: ' ', title_en: 'Half' })
    assert.equal(half.status, 422)
    assert.match(await half.text(), /value="Half"[\s\S]*How well do you know it\?/)
    for (const broken of [
      '',
      '{',
      '{"scales":[]}',
      '{"title":{},"languages":["fr"],"scales":[],"refusals":[]}',
      brought.replace('How well do you know it?', 'x'.repeat(501)),
      brought.replace('"key":"known"', '"key":"not a key"'),
    ]) {
      const answer = await sent({ brought: broken })
      assert.equal(answer.status, 422, broken)
      assert.match(await answer.text(), /Choose the file once more/)
    }
    const empty = await sent({ brought: '{"title":{},"languages":["en"],"scales":[],"refusals":[]}' })
    assert.equal(empty.status, 409)
  })

  it('is brought by those who lead the very place, and taken along by those who work there', async () => {
    assert.equal((await preview('lucia')).status, 409)
    assert.equal((await world.as('dana').post(urls.instrumentBringingAcceptance(LINCOLN), { ...FORM, brought: '{}' })).status, 409)
    assert.match(await (await world.as('lucia').get(urls.instrumentBringing(LINCOLN))).text(), /those who lead this very place/)
    const id = await accepted()
    assert.equal((await world.as('omar').get(urls.instrumentXlsform({ ...LINCOLN, place: 'rivera', instrument: id }))).status, 404)
    for (const person of ['omar', 'stranger'] as const) {
      assert.equal((await world.as(person).get(urls.instrumentXlsform({ ...LINCOLN, instrument: id }))).status, 404)
      assert.equal((await world.as(person).get(urls.instrumentBringing(LINCOLN))).status, 404)
      assert.equal((await world.as(person).post(urls.instrumentBringing(LINCOLN), { language: 'en' })).status, 404)
      assert.equal((await world.as(person).post(urls.instrumentBringingAcceptance(LINCOLN), FORM)).status, 404)
    }
  })
})

async function formFile(): Promise<File> {
  const survey = [
    ['type', 'name', 'label', 'hint', 'relevant'],
    ['select_one known', 'known', 'How well do you know it?', 'Think of last year.'],
    ['text', 'story', 'Tell us more.', '', "${known} = '4'"],
    ['integer', 'age', 'How old are you?'],
  ]
  const choices = [['list_name', 'name', 'label'], ...LIST.map((label, at) => ['known', String(at), label])]
  const bytes = await writeWorkbook([
    { sheet: 'survey', data: survey },
    { sheet: 'choices', data: choices },
  ]).toBuffer()
  return new File([new Uint8Array(bytes)], 'form.xlsx')
}

/** What the page carries along, as a browser would send it back. */
function broughtIn(page: string): string {
  const value = /name="brought" value="([^"]*)"/.exec(page)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}
