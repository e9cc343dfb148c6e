import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { BANK } from '../../bank/rules.ts'
import type { Scale } from '../../schema.ts'
import { xlsformOf } from '../export/rules.ts'
import { readQuestionnaire } from '../queries.ts'
import { broughtFrom } from '../rules.ts'
import type { Sheet } from '../workbook/schema.ts'
import { readXlsform } from './rules.ts'

const FOLDER = new URL('../../../../../../shared/interop/xlsform/', import.meta.url)
const ID = '018f0000-0000-7000-8000-000000000000'
const CHOICES = [['list_name', 'name', 'label'], ...['a', 'b', 'c', 'd', 'e'].map((name) => ['five', name, name.toUpperCase()])]

const brought = (survey: string[][], others: Sheet[] = []) =>
  broughtFrom(readXlsform([{ name: 'survey', rows: survey }, { name: 'choices', rows: CHOICES }, ...others], 'en'))
const refused = (survey: string[][], others: Sheet[] = []) =>
  brought(survey, others).refusals.map(({ at, expected, loses }) => `${at} ${expected} ${loses}`)

describe('XLSForm', () => {
  it('comes back as it went out, scale by scale, in both languages, with what counts the other way round', () => {
    const own: Scale = {
      key: 'own',
      options: 'agreement',
      answers: ['A', 'B', 'C', 'D', 'E'].map((en) => ({ en, es: `${en} es` })),
      name: { en: 'Own', es: 'Propias' },
      purpose: { en: 'Ours.', es: 'Nuestras.' },
      items: [{ key: 'own_1', text: { en: 'One, "quoted" = 1', es: 'Uno' } }],
    }
    const scales = [...BANK, own]
    const title = { en: 'All & everything', es: 'Todo' }
    const sheets = xlsformOf({ id: ID, title, languages: ['en', 'es'], scales, purpose: 'To learn.' })
    assert.deepEqual(broughtFrom(readXlsform(sheets, 'en')), { title, languages: ['en', 'es'], scales, refusals: [] })
  })

  it('keeps a questionnaire of one language in it', () => {
    const scales = BANK.slice(0, 1).map((scale) => ({
      ...scale,
      items: scale.items.map((item) => ({ ...item, text: { es: item.text['es'] ?? '' } })),
    }))
    const sheets = xlsformOf({ id: ID, title: { es: 'Uno' }, languages: ['es'], scales, purpose: 'Saber.' })
    const again = broughtFrom(readXlsform(sheets, 'en'))
    assert.deepEqual([again.languages, again.scales, again.refusals], [['es'], scales, []])
  })

  it('is read by its heads, languages and groups', () => {
    const { scales, languages } = brought([
      ['Type', 'name', 'label::Español (es)', 'label:english'],
      ['begin group', 'g', 'Grupo', 'Group'],
      ['select one from five', 'q1', 'Uno', 'One'],
      ['select_one  five', 'q2', 'Dos', 'Two'],
      ['end group'],
      ['select1 five', 'q3', 'Tres', 'Three'],
    ])
    assert.deepEqual(languages, ['en'])
    assert.deepEqual(
      scales.map((scale) => [scale.key, scale.name['en'], scale.items.map((item) => item.text['es'])]),
      [
        ['g', 'Group', ['Uno', 'Dos']],
        ['brought', 'Questions', ['Tres']],
      ],
    )
  })

  it('refuses by sheet, row and column what it cannot ask', () => {
    const head = ['type', 'name', 'label', 'relevant', 'hint', 'label::French (fr)', 'media::image']
    assert.deepEqual(
      refused([
        head,
        ['select_one five', 'q1', 'One', "${x} = 'y'"],
        ['select_one five or_other', 'q2', 'Two'],
        ['select_one none', 'q3', 'Three'],
        ['integer', 'q4', 'Four', '', 'In years', 'Quatre'],
        ['select_one five', 'q5', 'Hello ${name}'],
        ['select_one five', 'q6', '', '', ''],
        ['select_one five', 'q7', 'Seven', '', '', '', 'a.jpg'],
        ['begin_repeat', 'r'],
        ['select_one five', 'q8', 'Eight'],
        ['end_repeat'],
        ['end_group'],
        ['select_one five', 'ok', 'Fine'],
        ['select_one five', 'ok', 'Twice'],
        ['select_one five', 'not ok', 'Odd name'],
      ]),
      [
        'survey!D2 everybody question',
        'survey!A3 list_only question',
        'survey!A4 answers question',
        'survey!A5 one_choice question',
        'survey!G8 text_alone question',
        'survey!A10 once question',
        'survey!A12 group question',
        'survey!C6 plain_text question',
        'survey!C7 language question',
        'survey!C14 key question',
        'survey!C15 key question',
        'survey!E1 known_part detail',
        'survey!F1 language detail',
      ],
    )
  })

  it('refuses sheets and settings that it does not know, and a file that asks nothing', () => {
    const others = [
      {
        name: 'settings',
        rows: [
          ['form_title', 'public_key'],
          ['T', 'k'],
        ],
      },
      { name: 'entities', rows: [['a']] },
    ]
    assert.deepEqual(refused([['type', 'name', 'label']], others), ['settings!B1 known_part detail', 'entities known_part detail'])
    assert.deepEqual(readXlsform([], 'en').refusals[0]?.loses, 'file')
    assert.deepEqual(refused([['kind'], ['x']]), ['survey readable file'])
  })

  it('takes no more than can be asked', () => {
    const many = Array.from({ length: 82 }, (_, n) => ['select_one five', `q${n}`, `Question ${n}`])
    assert.deepEqual(refused([['type', 'name', 'label'], ...many]), ['survey!C82 most question', 'survey!C83 most question'])
  })

  it(
    'of others is read or refused by name and place, each question once',
    { skip: !existsSync(FOLDER) && 'no files beside the project' },
    async () => {
      const counts: Record<string, [number, number]> = {}
      for (const name of readdirSync(FOLDER)) {
        const { scales, refusals } = await readQuestionnaire(name, readFileSync(new URL(name, FOLDER)), 'en')
        counts[name] = [scales.length, refusals.filter((one) => one.loses === 'question').length]
        for (const one of refusals) assert.ok(one.loses === 'detail' || /^\w+![A-Z]+\d+$/.test(one.at), one.at)
      }
      assert.deepEqual(counts, {
        'choice_filter_test.xlsx': [0, 3],
        'or_other.xlsx': [0, 2],
        'xlsform_spec_test.xlsx': [0, counts['xlsform_spec_test.xlsx']?.[1] ?? 0],
        'yes_or_no_question.xlsx': [0, 1],
      })
      assert.ok((counts['xlsform_spec_test.xlsx']?.[1] ?? 0) > 30)
    },
  )
})
