import type { Instrument } from '../../instruments/schema.ts'
import { type Condition, type Scale, SURVEY_LANGUAGES, type Texts } from '../../schema.ts'
import { answersOfSet } from '../answers/rules.ts'
import type { Sheet } from '../workbook/schema.ts'

const HEADS: Record<(typeof SURVEY_LANGUAGES)[number], string> = { en: 'English (en)', es: 'Spanish (es)' }

/**
 * A questionnaire as the three sheets of an XLSForm: scales are groups, in the order in which they are asked. The columns
 * `purpose`, `kind` and `reversed` are ours; other programs pass over columns that they do not know.
 */
export function xlsformOf(instrument: Pick<Instrument, 'id' | 'title' | 'languages' | 'scales' | 'purpose'>): Sheet[] {
  const { id, title, scales, purpose } = instrument
  return [
    {
      name: 'survey',
      rows: [['type', 'name', ...heads('label'), 'relevant', ...heads('purpose'), 'kind', 'reversed'], ...scales.flatMap(scaleRows)],
    },
    { name: 'choices', rows: [['list_name', 'name', ...heads('label')], ...listsOf(scales)] },
    {
      name: 'settings',
      rows: [
        [...heads('form_title'), 'form_id', 'default_language', ...heads('purpose')],
        [...words(title), `questionnaire_${id.replaceAll('-', '')}`, HEADS[instrument.languages[0] ?? 'en'], ...words(purpose)],
      ],
    },
  ]
}

function heads(name: string): string[] {
  return SURVEY_LANGUAGES.map((language) => `${name}::${HEADS[language]}`)
}

function words(texts: Texts): string[] {
  return SURVEY_LANGUAGES.map((language) => texts[language] ?? '')
}

function scaleRows(scale: Scale): string[][] {
  const kind = scale.kind ?? 'scale'
  const items = scale.items.map((item) => [
    kind === 'text' ? 'text' : `select_one ${listName(scale)}`,
    item.key,
    ...words(item.text),
    relevant(item.when),
    ...words({}),
    '',
    item.reversed ? 'yes' : '',
  ])
  return [['begin_group', scale.key, ...words(scale.name), relevant(scale.when), ...words(scale.purpose), kind], ...items, ['end_group']]
}

function relevant(when: Condition | undefined): string {
  return when ? when.values.map((value) => `\${${when.item}} = '${value}'`).join(' or ') : ''
}

function listName(scale: Scale): string {
  return scale.answers ? `${scale.key}_answers` : scale.options
}

/** Each list of answers once. */
function listsOf(scales: readonly Scale[]): string[][] {
  const listed = scales.filter((scale) => scale.kind !== 'text')
  const lists = new Map(listed.map((scale) => [listName(scale), scale.answers ?? answersOfSet(scale.options)]))
  return [...lists].flatMap(([name, answers]) => answers.map((texts, at) => [name, String(at + 1), ...words(texts)]))
}
