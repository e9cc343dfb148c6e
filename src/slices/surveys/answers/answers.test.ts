import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { bringingIn, DISTRICT, fieldsIn } from '../../../../test/support/brought-answers.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'
import type { Scale } from '../schema.ts'

const SCALES: Scale[] = [
  {
    key: 'meetings',
    options: 'agreement',
    name: { en: 'Meetings' },
    purpose: { en: 'Whether they help.' },
    items: [
      { key: 'meet1', text: { en: 'Our meetings end with a next step.' } },
      { key: 'meet2', text: { en: 'Our meetings waste time.' }, reversed: true },
    ],
  },
  {
    key: 'words',
    kind: 'text',
    options: 'agreement',
    name: { en: 'Words' },
    purpose: { en: '' },
    items: [{ key: 'why', text: { en: 'Why?' } }],
  },
]

const HEADER = 'school,respondent,role,meet1,meet2,why'
const GOOD = [
  'Lincoln,p1,teacher,5,1,',
  'lincoln,p2,Teacher,4,2,It helps',
  'rivera,p3,Principal,rather  YES,Not at all,NA',
  'Rivera ,p4,secretary,,3,',
  'Lincoln,p5,teacher,3.0,n/a,',
  'Lincoln,p6,,2,2,',
]

describe('answers gathered elsewhere', () => {
  let world: World
  let bringing: ReturnType<typeof bringingIn>
  let instrument: string
  before(async () => {
    world = await openWorld()
    bringing = bringingIn(world)
    instrument = await bringing.questionnaire(SCALES)
  })
  after(() => world.close())

  const file = (rows: readonly string[], name?: string) => bringing.csv([HEADER, ...rows].join('\r\n'), name)
  const pageOf = async (rows: readonly string[]) => mainOf(await bringing.preview(instrument, file(rows)))

  async function rows(text: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: world.database.ownerUrl })
    await client.connect()
    const answer = await client.query(text)
    await client.end()
    return answer.rows
  }

  it('are shown with what can be counted, where, and as whom, before anything is kept', async () => {
    const page = await pageOf(GOOD)
    assert.match(page, /6 rows can be counted\. None is left out/)
    assert.match(page, /3 of 3 questions found/)
    assert.match(page, /Lincoln[\s\S]*?>4<[\s\S]*Rivera[\s\S]*?>2</)
    assert.match(page, /secretary[\s\S]*?others/)
    const { school, role, respondent, item_0: first, item_2: last } = fieldsIn(page)
    assert.deepEqual([school, respondent, role, first, last], ['0', '1', '2', '3', '5'])
    assert.deepEqual(await rows('select from survey_response union all select from survey union all select from stored_file'), [])
  })

  it('are left out row by row, each with its column and what was expected', async () => {
    const bad = [
      ...GOOD,
      'Atlantis,p7,teacher,3,3,',
      'Lincoln,P1 ,teacher,3,3,',
      'Lincoln,p8,teacher,6,often,',
      'Lincoln,p9,teacher,,,',
      ',p10,t,1,1,',
    ]
    const page = await pageOf([...bad, 'Lincoln,p11,teacher,1,1,because, well'])
    assert.match(page, /6 rows can be counted\. 6 are left out/)
    const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    assert.match(text, /8 school Atlantis a school of this place/)
    assert.match(text, /9 respondent p1 each person once/)
    assert.match(text, /10 meet1 6 a number from 1 to 5[^0-9]*10 meet2 often a number from 1 to 5/)
    assert.match(text, /11 at least one answer/)
    assert.match(text, /12 school a school/)
    assert.match(text, /13 7 as many cells as the header has, 6/)
    assert.match(page, /Bring 6 answers without 6 rows/)
  })

  it('are read by other columns where their names say nothing, and never one column as two things', async () => {
    const plain = bringing.csv(['a,b,c', ...[1, 2, 3, 4, 5].map((n) => `Lincoln,${n},${6 - n}`)].join('\n'))
    const page = await (await bringing.preview(instrument, plain)).text()
    assert.match(page, /0 of 3 questions found/)
    const at = urls.instrumentAnswers({ ...DISTRICT, instrument })
    const again = await world.as('dana').post(at, { ...fieldsIn(page), school: '0', item_0: '1', item_1: '2' })
    assert.match(await again.text(), /5 rows can be counted/)
    const twice = await world.as('dana').post(at, { ...fieldsIn(page), school: '0', item_0: '1', item_1: '1' })
    assert.equal(twice.status, 422)
    assert.match(await twice.text(), /name the same column/)
  })

  it('become a survey that is over, with nobody’s name in it, counted as all others are', async () => {
    const survey = await bringing.accept(instrument, await pageOf(GOOD), { byRole: 'yes' })
    const kept = await rows('select person_id, role, answers, counted from survey_response order by answers::text')
    assert.equal(kept.length, 6)
    assert.ok(kept.every((row) => row['person_id'] === null && row['counted'] === true))
    assert.ok(kept.some((row) => JSON.stringify(row['answers']) === '[4,2,"It helps"]' && row['role'] === 'teaching'))
    const all = JSON.stringify(
      await rows(
        'select to_jsonb(s) from survey s union all select to_jsonb(e) from event e union all select to_jsonb(r) from survey_source r',
      ),
    )
    assert.doesNotMatch(all, /\bp[1-6]\b/)
    assert.deepEqual(await rows('select mode, fewest, folded_at is not null as folded from survey'), [
      { mode: 'confidential', fewest: 5, folded: true },
    ])
    // Four at Lincoln and two at Rivera: neither may be told from the six of both.
    assert.deepEqual(await rows('select unit_id, n from survey_summary'), [{ unit_id: world.ids.roots['cedar-valley'], n: 6 }])
    assert.equal((await rows("select from event where verb = 'survey_answers_brought'")).length, 1)
    const page = await (await world.as('dana').get(urls.survey({ ...DISTRICT, survey }))).text()
    assert.match(page, /gathered elsewhere\. Dana Whitfield brought them from a file, answers\.csv/)
  })

  it('count once: the same file again is refused with the reason', async () => {
    const answer = await bringing.send(instrument, await pageOf(GOOD))
    assert.equal(answer.status, 409)
    assert.match(await answer.text(), /brought to this questionnaire before/)
    assert.equal((await rows('select from survey_response')).length, 6)
  })

  it('are refused where they are too few, where no day is said, and where the day has not come', async () => {
    assert.match(await pageOf(GOOD.slice(0, 4)), /At least five rows are needed/)
    assert.equal((await bringing.send(instrument, await pageOf(GOOD.slice(0, 4)))).status, 409)
    const page = await pageOf(GOOD)
    const [none, ahead] = [
      await bringing.send(instrument, page, { gatheredOn: '' }),
      await bringing.send(instrument, page, { gatheredOn: '2027-01-01' }),
    ]
    assert.deepEqual([none.status, ahead.status], [422, 422])
    assert.match(
      await mainOf(ahead),
      /That day has not come yet[\s\S]*6 rows can be counted|6 rows can be counted[\s\S]*That day has not come yet/,
    )
  })

  it('are asked for again where the file is none or does not come back whole', async () => {
    const sent = async (bytes: BlobPart[], name: string) => await bringing.preview(instrument, new File(bytes, name))
    assert.equal((await sent([], '')).status, 422)
    assert.match(await (await sent([new Uint8Array([0xff, 0xfe, 0x41])], 'x.csv')).text(), /UTF-8/)
    assert.equal((await sent([HEADER], 'x.csv')).status, 422)
    const page = await pageOf(GOOD)
    for (const carried of ['', 'no such thing', Buffer.from('no such thing').toString('base64url')])
      assert.equal((await bringing.send(instrument, page, { carried })).status, 422, carried)
  })

  it('are brought by the leaders of the very place alone', async () => {
    assert.equal((await bringing.preview(instrument, file(GOOD), 'maria')).status, 404)
    const at = { tenant: 'cedar-valley', place: 'lincoln', instrument }
    assert.equal((await world.as('lucia').post(urls.instrumentAnswers(at), { file: file(GOOD) })).status, 409)
    assert.equal((await world.as('omar').get(urls.instrumentAnswers(at))).status, 404)
    assert.match(await (await world.as('lucia').get(urls.instrumentAnswers(at))).text(), /disabled/)
    assert.equal((await world.as('stranger').post(urls.instrumentAnswersAcceptance({ ...DISTRICT, instrument }), {})).status, 404)
  })
})

async function mainOf(answer: Response): Promise<string> {
  return (await answer.text()).replace(/^[\s\S]*<main|<svg[\s\S]*?<\/svg>/g, '')
}
