import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readQuestionnaire } from '../queries.ts'
import { broughtFrom } from '../rules.ts'
import { readLss } from './rules.ts'

const FOLDER = new URL('../../../../../../shared/interop/limesurvey/', import.meta.url)

type Row = Record<string, string>

const section = (name: string, rows: Row[]) =>
  `<${name}><rows>${rows
    .map(
      (row) =>
        `<row>${Object.entries(row)
          .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
          .join('')}</row>`,
    )
    .join('')}</rows></${name}>`
const lss = (sections: Record<string, Row[]>, before = '') =>
  `<?xml version="1.0"?>${before}<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>en</language></languages>${Object.entries(
    sections,
  )
    .map(([name, rows]) => section(name, rows))
    .join('')}</document>`

const GROUP = { gid: '1', group_name: 'Meetings', group_order: '0', language: 'en' }
const QUESTION = {
  qid: '7',
  parent_qid: '0',
  gid: '1',
  type: '5',
  title: 'q',
  question: '<p>How&nbsp;useful?</p>',
  question_order: '1',
  language: 'en',
}
const refused = (question: Row, more: Record<string, Row[]> = {}, group: Row = {}) =>
  broughtFrom(readLss(lss({ groups: [{ ...GROUP, ...group }], questions: [{ ...QUESTION, ...question }], ...more }))).refusals.map(
    ({ at, expected, loses }) => `${at} ${expected} ${loses}`,
  )

describe('LimeSurvey', () => {
  it('gives five-point questions, lists and arrays, without markup and in order', () => {
    const answers = [5, 4, 3, 2, 1].map((n) => ({
      qid: '8',
      code: `A${n}`,
      answer: `Answer ${n}`,
      sortorder: String(n),
      language: 'en',
      scale_id: '0',
    }))
    const lines = ['b', 'a'].map((title, at) => ({
      ...QUESTION,
      qid: `9${at}`,
      parent_qid: '9',
      title,
      question: `Line ${title}`,
      question_order: String(2 - at),
    }))
    const { scales, refusals } = broughtFrom(
      readLss(
        lss({
          groups: [GROUP],
          questions: [
            QUESTION,
            { ...QUESTION, qid: '9', type: 'A', title: 'arr', question_order: '3' },
            { ...QUESTION, qid: '8', type: 'L', title: 'list', question_order: '2' },
          ],
          subquestions: lines,
          answers,
        }),
      ),
    )
    assert.deepEqual(refusals, [])
    assert.deepEqual(
      scales.map((scale) => [scale.key, scale.items.map((item) => `${item.key} ${item.text['en']}`), scale.answers?.[0]?.['en']]),
      [
        ['group_1', ['q How useful?'], '1'],
        ['group_1_2', ['list How useful?'], 'Answer 1'],
        ['arr', ['arr_a Line a', 'arr_b Line b'], '1'],
      ],
    )
  })

  it('gives its own kinds of answers, words, and who is asked', () => {
    const row = (title: string, type: string, more: Row = {}) => ({ ...QUESTION, qid: `q${title}`, title, type, ...more })
    const line = (of: string) => ({ ...QUESTION, qid: `l${of}`, parent_qid: `q${of}`, title: 'x', relevance: '1' })
    const questions = [
      row('yes', 'Y', { question_order: '1' }),
      row('sex', 'G', { question_order: '2', relevance: '((yes.NAOK == "Y"))' }),
      row('why', 'T', { question_order: '3', relevance: "yes=='N' or sex == 'F'" }),
      row('who', 'S', { question_order: '4', relevance: "sex=='F' || (sex.NAOK == 'M')" }),
      row('ten', 'B', { question_order: '5', relevance: '!is_empty(yes)' }),
      row('yun', 'C', { question_order: '6', relevance: 'yes != ""' }),
      row('isd', 'E', { question_order: '7' }),
    ]
    const { scales, refusals } = broughtFrom(readLss(lss({ groups: [GROUP], questions, subquestions: ['ten', 'yun', 'isd'].map(line) })))
    assert.deepEqual(
      scales.map(({ key, kind, answers, when, items }) => [key, kind, answers?.map((one) => one['en']).join(), when, items[0]?.when]),
      [
        ['group_1', 'choice', 'Yes,No', undefined, undefined],
        ['group_1_2', 'choice', 'Female,Male', undefined, { item: 'yes', values: [1] }],
        ['group_1_3', 'text', undefined, undefined, { item: 'sex', values: [1, 2] }],
        ['ten', undefined, '1,2,3,4,5,6,7,8,9,10', { item: 'yes', values: [1, 2] }, undefined],
        ['yun', 'choice', 'Yes,Uncertain,No', { item: 'yes', values: [1, 2] }, undefined],
        ['isd', undefined, 'Less,The same,More', undefined, undefined],
      ],
    )
    assert.deepEqual(
      refusals.map((one) => [one.found, one.expected]),
      [['T why', 'condition']],
    )
  })

  it('asks for words where a list is left open', () => {
    const answers = ['a', 'b'].map((code) => ({ qid: '7', code, answer: code, sortorder: code === 'a' ? '1' : '2', language: 'en' }))
    const { scales } = broughtFrom(readLss(lss({ groups: [GROUP], questions: [{ ...QUESTION, type: 'L', other: 'Y' }], answers })))
    assert.deepEqual(
      scales.map((scale) => [scale.kind, scale.answers?.at(-1)?.['en'], scale.items[0]?.when]),
      [
        ['choice', 'Other', undefined],
        ['text', undefined, { item: 'q', values: [3] }],
      ],
    )
  })

  it('gives the languages that newer versions keep apart', () => {
    const texts = ['en', 'es', 'fr'].map((language) => ({ qid: '7', question: `In ${language}`, language }))
    const { question: _, language: __, ...bare } = QUESTION
    const brought = broughtFrom(readLss(lss({ groups: [GROUP], questions: [bare], question_l10ns: texts })))
    assert.deepEqual(brought.scales[0]?.items[0]?.text, { en: 'In en', es: 'In es' })
    assert.deepEqual(brought.languages, ['en', 'es'])
  })

  it('refuses by element what it cannot ask', () => {
    const at = 'questions/qid 7 (q)'
    assert.deepEqual(refused({}), [])
    assert.deepEqual(refused({ type: 'M' }), [`${at} one_choice question`])
    assert.deepEqual(refused({ type: 'A' }), [`${at} one_choice question`])
    assert.deepEqual(refused({ type: 'L' }), [`${at} answers question`])
    assert.deepEqual(refused({ relevance: 'a > 1' }), [`${at} condition question`])
    assert.deepEqual(refused({ relevance: 'a == "Y"' }), [`${at} condition question`])
    assert.deepEqual(refused({}, {}, { grelevance: 'a > 1' }), [`${at} condition question`])
    assert.deepEqual(refused({}, { conditions: [{ qid: '7' }] }), [`${at} condition question`])
    assert.deepEqual(refused({}, { question_attributes: [{ qid: '7', attribute: 'hidden', value: '1' }] }), [`${at} everybody question`])
    assert.deepEqual(refused({ question: 'Hello {name}' }), [`${at} plain_text question`])
    assert.deepEqual(refused({ question: '<img src="a.png"/> This?' }), [`${at} text_alone question`])
    assert.deepEqual(refused({ language: 'fr' }), [`${at} language question`])
    assert.deepEqual(refused({}, { quota: [{ id: '1' }] }), ['quota known_part detail'])
  })

  it('refuses as a whole what is no survey, or brings entities of its own', () => {
    const entity = '<!DOCTYPE document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    for (const text of [
      '<a/>',
      '<document>',
      lss({}).replace('Survey<', 'Group<'),
      lss({ questions: [QUESTION] }, entity),
      '<'.repeat(1000),
    ]) {
      assert.deepEqual(
        readLss(text).refusals.map((one) => one.loses),
        ['file'],
      )
    }
  })

  it(
    'of others is read or refused, each question by its number and name',
    { skip: !existsSync(FOLDER) && 'no files beside the project' },
    async () => {
      const counts: Record<string, number> = {}
      for (const name of readdirSync(FOLDER)) {
        const { scales, refusals } = await readQuestionnaire(name, readFileSync(new URL(name, FOLDER)), 'en')
        counts[name] = scales.flatMap((scale) => scale.items).length
        for (const one of refusals) assert.ok(one.loses === 'detail' || /^questions\/qid \d+ \(\w+\)/.test(one.at), one.at)
      }
      assert.deepEqual(counts, {
        'ls205_group_relevance.lss': 1,
        'ls205_sample_survey_english.lss': 5,
        'ls6_sample_survey_multilingual_fr_de_en_it_ru.lss': 32,
      })
    },
  )
})
