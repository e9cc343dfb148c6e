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
    const named = (name: string) => ({ en: name, es: `${name} es` })
    const part = { options: 'agreement' as const, purpose: named('Ours.') } // a set's own name, not any text
    const own: Scale[] = [
      {
        ...part,
        key: 'own',
        answers: ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(named),
        name: named('Own'),
        items: [{ key: 'own_1', text: named('One, "quoted" = 1') }],
      },
      {
        ...part,
        key: 'yes',
        kind: 'choice',
        answers: ['Yes', 'No'].map(named),
        name: named('Mentors'),
        items: [{ key: 'yes_1', text: named('Do you have one?') }],
      },
      {
        ...part,
        key: 'seldom',
        kind: 'choice',
        options: 'frequency',
        name: named('How often'),
        when: { item: 'yes_1', values: [1] },
        items: [
          { key: 'seldom_1', text: named('You meet?'), when: { item: 'own_1', values: [1, 7] } },
          { key: 'seldom_2', text: named('You write?') },
        ],
      },
      {
        ...part,
        key: 'words',
        kind: 'text',
        name: named('In your words'),
        when: { item: 'seldom_1', values: [1, 2] },
        items: [{ key: 'words_1', text: named('Why?') }],
      },
    ]
    const scales = [...BANK, ...own]
    const title = { en: 'All & everything', es: 'Todo' }
    const purpose = { en: 'To learn.', es: 'Aprender.' }
    const sheets = xlsformOf({ id: ID, title, languages: ['en', 'es'], scales, purpose })
    assert.deepEqual(broughtFrom(readXlsform(sheets, 'en')), { title, purpose, languages: ['en', 'es'], scales, refusals: [] })
  })

  it('keeps a questionnaire of one language in it', () => {
    const scales = BANK.slice(0, 1).map((scale) => ({
      ...scale,
      items: scale.items.map((item) => ({ ...item, text: { es: item.text['es'] ?? '' } })),
    }))
    const sheets = xlsformOf({ id: ID, title: { es: 'Uno' }, languages: ['es'], scales, purpose: { es: 'Saber.' } })
    const again = broughtFrom(readXlsform(sheets, 'en'))
    assert.deepEqual([again.languages, again.scales, again.purpose, again.refusals], [['es'], scales, { es: 'Saber.' }, []])
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

  it('takes over who is asked, as far as one earlier answer decides it', () => {
    const { scales, refusals } = brought([
      ['type', 'name', 'label', 'relevant'],
      ['select_one five', 'q1', 'One'],
      ['text', 'q2', 'Two', "selected(${q1}, 'a') or ${q1} = 'c'"],
      ['select_one five', 'q2a', 'Two a'],
      ['select_one five', 'q2b', 'Two b', "${q2a} = 'd'"],
      ['begin group', 'g', 'Group', "not(selected(${q1}, 'b'))"],
      ['select_one five', 'q3', 'Three', '(${q1} = "e")'],
      ['select_one five', 'q4', 'Four'],
      ['begin group', 'inner', 'Inner', "${q3} = 'a'"],
      ['select_one five', 'q5', 'Five'],
      ['end group'],
      ['end group'],
      ['select_one five', 'q6', 'Six', "${q2} = 'a'"],
      ['select_one five', 'q7', 'Seven', "${q1} = 'a' or ${q3} = 'a'"],
      ['select_one five', 'q8', 'Eight', "${q1} = 'a' or ${q1} = 'z'"],
      ['select_one five', 'q9', 'Nine', "${q9} = 'a'"],
    ])
    assert.deepEqual(
      scales.map((scale) => [scale.key, scale.when?.values, scale.items.map((item) => [item.key, ...(item.when?.values ?? [])].join(' '))]),
      [
        ['brought', undefined, ['q1']],
        ['brought_2', undefined, ['q2 1 3']],
        ['brought_3', undefined, ['q2a']],
        ['brought_4', undefined, ['q2b 4']],
        ['g', [1, 3, 4, 5], ['q3 5', 'q4']],
      ],
    )
    assert.deepEqual(
      refusals.map(({ at, expected }) => `${at} ${expected}`),
      ['survey!A10 condition', 'survey!D14 condition', 'survey!D13 condition', 'survey!D15 condition', 'survey!D16 condition'],
    )
  })

  it('counts as a scale what several questions share, or goes from little to much', () => {
    const lists = [...CHOICES, ...['y', 'n'].map((name) => ['two', name, name])]
    const kinds = (types: string[]) => {
      const rows = types.map((type, at) => [type, `q${at}`, `Question ${at}`])
      const sheets = [
        { name: 'survey', rows: [['type', 'name', 'label'], ...rows] },
        { name: 'choices', rows: lists },
      ]
      return broughtFrom(readXlsform(sheets, 'en')).scales.map((scale) => scale.kind ?? 'scale')
    }
    assert.deepEqual(kinds(['select_one five']), ['choice'])
    assert.deepEqual(kinds(['select_one five', 'select_one five']), ['scale'])
    assert.deepEqual(kinds(['select_one two', 'select_one two']), ['choice'])
    assert.deepEqual(kinds(['select_one two', 'select_one two', 'select_one two', 'select_one five']), ['scale', 'choice'])
    assert.deepEqual(kinds(['text', 'select_one five or_other']), ['text', 'choice', 'text'])
  })

  it('takes no more questions for words than can be sealed', () => {
    const many = Array.from({ length: 6 }, (_, n) => ['text', `q${n}`, `Question ${n}`])
    assert.deepEqual(refused([['type', 'name', 'label'], ...many]), ['survey!C7 most_texts question'])
  })

  it('refuses by sheet, row and column what it cannot ask', () => {
    const head = ['type', 'name', 'label', 'relevant', 'hint', 'label::French (fr)', 'media::image']
    assert.deepEqual(
      refused([
        head,
        ['select_one five', 'q1', 'One', "${x} = 'y'"],
        ['select_one five', 'q2', 'Two', 'string-length(${q1}) > 3'],
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
        'survey!D3 condition question',
        'survey!A4 answers question',
        'survey!A5 one_choice question',
        'survey!G8 text_alone question',
        'survey!A10 once question',
        'survey!A12 group question',
        'survey!D2 condition question',
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
        counts[name] = [scales.flatMap((scale) => scale.items).length, refusals.filter((one) => one.loses === 'question').length]
        for (const one of refusals) assert.ok(one.loses === 'detail' || /^\w+![A-Z]+\d+$/.test(one.at), one.at)
      }
      assert.deepEqual(counts, {
        'choice_filter_test.xlsx': [1, 2],
        'or_other.xlsx': [2, 1],
        'xlsform_spec_test.xlsx': [6, 40],
        'yes_or_no_question.xlsx': [1, 0],
      })
    },
  )
})
