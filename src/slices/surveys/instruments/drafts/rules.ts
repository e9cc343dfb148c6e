import { bankScales } from '../../bank/rules.ts'
import { FEWEST_ANSWERS, type Item, MOST_ANSWERS, type Scale, SURVEY_LANGUAGES, type Texts } from '../../schema.ts'
import { type Fault, isOfBank, linesOf, whyNotKeep } from '../rules.ts'
import type { Instrument } from '../schema.ts'
import { decidingIn, whenFrom, whyNotAskOnly } from './conditions/rules.ts'
import { type ConditionForm, type DraftDocument, type HeadForm, type PartForm, type PartKind, rowField } from './schema.ts'

type Language = (typeof SURVEY_LANGUAGES)[number]
type Lists = Record<Language, string[]>
type Head = Pick<HeadForm, 'title_en' | 'title_es' | 'purpose_en' | 'purpose_es'>

/** What a draft begins with: the languages in which a title was given, or all. */
export function startedWith(form: Head & { scales: string[] }): DraftDocument {
  const { title, purpose } = headOf(form)
  const titled = SURVEY_LANGUAGES.filter((language) => title[language])
  const languages = titled.length > 0 ? titled : [...SURVEY_LANGUAGES]
  return { title, languages, purpose, scales: bankScales(form.scales) }
}

/** A finished questionnaire as the beginning of its next version. */
export function copyOf({ title, languages, purpose, scales }: Instrument): DraftDocument {
  return { title, languages, purpose, scales }
}

export function withHead(draft: DraftDocument, form: HeadForm): DraftDocument {
  return {
    ...draft,
    ...headOf(form),
    languages: SURVEY_LANGUAGES.filter((one) => form.languages.includes(one)),
  }
}

/** With scales of the bank at the end; what is there already does not come twice. */
export function withBank(draft: DraftDocument, keys: readonly string[]): DraftDocument {
  const there = draft.scales.map((scale) => scale.key)
  return { ...draft, scales: [...draft.scales, ...bankScales(keys.filter((key) => !there.includes(key)))] }
}

/** With a part of one's own at the end, and its key. */
export function withPart(draft: DraftDocument, kind: PartKind): { draft: DraftDocument; key: string } {
  const key = freeKey('part', [...draft.scales, ...draft.scales.flatMap((scale) => scale.items)])
  const part: Scale = {
    key,
    ...(kind === 'choice' || kind === 'text' ? { kind } : {}),
    options: kind === 'frequency' ? kind : 'agreement',
    ...(kind === 'own' || kind === 'choice' ? { answers: [] } : {}),
    name: {},
    purpose: {},
    items: [],
  }
  return { draft: { ...draft, scales: [...draft.scales, part] }, key }
}

/** The part as its form has it: emptied rows go, new lines come to the end, and texts in other languages stay. */
export function partFrom(draft: DraftDocument, scale: Scale, form: PartForm): Scale {
  const answers = linesIn(form, 'answers', draft.languages)
  const more = linesIn(form, 'more', draft.languages)
  const kept = scale.items.flatMap((item, row) => itemFrom(draft, item, form, row))
  // The key of a question that went is not free while a condition names it: else that would pass to whatever comes in its place.
  const taken = [...draft.scales.filter((one) => one !== scale).flatMap((one) => one.items), ...decidingIn(draft)]
  const items = textsOfLines(more).reduce<Item[]>((list, text) => [...list, { key: freeKey(scale.key, [...list, ...taken]), text }], kept)
  return {
    ...scale,
    name: mixed(scale.name, form, 'name', draft.languages),
    purpose: mixed(scale.purpose, form, 'purpose', draft.languages),
    ...(scale.answers ? { answers: textsOfLines(answers).map((texts, at) => ({ ...scale.answers?.[at], ...texts })) } : {}),
    items,
  }
}

/** Why a part cannot be written, or undefined if it can: what comes from the bank stays comparable. */
export function whyNotRewrite(scale: Scale) {
  return isOfBank(scale) ? 'surveys.builder_bank_fixed' : undefined
}

/** Why the form of a part cannot be taken, with the field at fault, or undefined if it can. */
export function whyNotWrite(draft: DraftDocument, scale: Scale, form: PartForm) {
  const { languages } = draft
  const last = languages.at(-1) ?? 'en'
  const isUneven = (lists: Lists) => languages.some((one) => lists[one].length !== lists[last].length)
  const answers = linesIn(form, 'answers', languages)
  if (scale.answers) {
    if (isUneven(answers)) return { field: `answers_${last}`, reason: 'surveys.builder_answers_differ' } as const
    const count = answers[last].length
    if (count < FEWEST_ANSWERS || count > MOST_ANSWERS)
      return { field: `answers_${languages[0] ?? 'en'}`, reason: 'surveys.builder_answers_count' } as const
  }
  if (isUneven(linesIn(form, 'more', languages))) return { field: `more_${last}`, reason: 'surveys.own_lines_differ' } as const
  return whyNotAskOnly(draft, scale, form)
}

/** With another part in place of one. */
export function withChanged(draft: DraftDocument, key: string, part: Scale): DraftDocument {
  return { ...draft, scales: draft.scales.map((scale) => (scale.key === key ? part : scale)) }
}

/** Asked of some alone, or of everybody where no answer is named. */
export function withCondition(draft: DraftDocument, scale: Scale, { item, values }: ConditionForm): DraftDocument {
  const { when: _, ...part } = scale
  const when = { item, values: [...new Set(values)].toSorted((one, other) => one - other) }
  return withChanged(draft, scale.key, item && values.length > 0 ? { ...part, when } : part)
}

export function withMoved(draft: DraftDocument, key: string, direction: 'up' | 'down'): DraftDocument {
  const from = draft.scales.findIndex((scale) => scale.key === key)
  const to = direction === 'up' ? from - 1 : from + 1
  const [one, other] = [draft.scales[from], draft.scales[to]]
  if (!one || !other) return draft
  return { ...draft, scales: draft.scales.with(from, other).with(to, one) }
}

export function without(draft: DraftDocument, key: string): DraftDocument {
  return { ...draft, scales: draft.scales.filter((scale) => scale.key !== key) }
}

/** What it lacks in one of its languages that everybody who is asked reads first, or undefined if nothing. */
export function whyNotName({ title, purpose, languages }: DraftDocument) {
  const lacks = (texts: Texts) => languages.some((one) => !texts[one])
  if (lacks(title)) return 'surveys.builder_untitled'
  return lacks(purpose) ? 'surveys.builder_no_purpose' : undefined
}

/** Why a draft is not ready, with what the sentence names, or undefined if it is. */
export function whyNotFinish(draft: DraftDocument, language: string): Fault | undefined {
  const lacking = whyNotName(draft)
  if (lacking) return { reason: lacking, values: {} }
  const fault = whyNotKeep(draft.scales, language)
  if (fault) return fault
  const at = draft.scales.findIndex((scale) => lackingIn(scale, draft.languages).length > 0)
  return at < 0 ? undefined : { reason: 'surveys.builder_texts_missing', values: { n: at + 1 } }
}

/** The languages in which something of a part is not written yet. */
export function lackingIn({ name, answers = [], items }: Scale, languages: readonly Language[]): Language[] {
  const all = [name, ...answers, ...items.map((item) => item.text)]
  return languages.filter((language) => !all.every((texts) => texts[language]))
}

function headOf(form: Head): Pick<DraftDocument, 'title' | 'purpose'> {
  return { title: filled({ en: form.title_en, es: form.title_es }), purpose: filled({ en: form.purpose_en, es: form.purpose_es }) }
}

function itemFrom({ languages }: DraftDocument, item: Item, form: PartForm, row: number): Item[] {
  const { reversed: _, when: __, ...rest } = item
  const text = filled({ ...item.text, ...Object.fromEntries(languages.map((one) => [one, form[rowField(`text_${one}`, row)] ?? ''])) })
  if (languages.every((one) => !text[one])) return []
  const isReversed = form[rowField('reversed', row)] === 'yes'
  const when = whenFrom(item, form, row)
  return [{ ...rest, text, ...(isReversed ? { reversed: true } : {}), ...(when ? { when } : {}) }]
}

/** With the texts of a form in the languages of the draft; those in others stay. */
function mixed(texts: Texts, form: PartForm, name: 'name' | 'purpose', languages: readonly Language[]): Texts {
  return filled({ ...texts, ...Object.fromEntries(languages.map((language) => [language, form[`${name}_${language}`]])) })
}

function filled(texts: Record<string, string>): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text))
}

function linesIn(form: PartForm, name: 'answers' | 'more', languages: readonly Language[]): Lists {
  const lines = (language: Language) => (languages.includes(language) ? linesOf(form[`${name}_${language}`]) : [])
  return { en: lines('en'), es: lines('es') }
}

function textsOfLines({ en, es }: Lists): Texts[] {
  return Array.from({ length: Math.max(en.length, es.length) }, (_, at) => ({
    ...(en[at] ? { en: en[at] } : {}),
    ...(es[at] ? { es: es[at] } : {}),
  }))
}

function freeKey(stem: string, taken: readonly { key: string }[]): string {
  let n = 1
  while (taken.some(({ key }) => key === `${stem}_${n}`)) n += 1
  return `${stem}_${n}`
}
