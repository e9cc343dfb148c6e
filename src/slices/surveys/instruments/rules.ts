import { isDeepStrictEqual } from 'node:util'
import type { TextKey } from '../../../messages/text.ts'
import { BANK, bankScales } from '../bank/rules.ts'
import { MOST_TEXTS } from '../responding/schema.ts'
import { inLanguage } from '../rules.ts'
import type { Scale } from '../schema.ts'
import { conditionFault } from './conditions/rules.ts'
import type { Instrument, InstrumentForm } from './schema.ts'

/** More is answered carelessly, and a sealed answer has room for no more. */
export const MOST_ITEMS = 80

const OWN_KEY = 'own'

/** What stands against something, with what its sentence names. */
export type Fault = { reason: TextKey; values: Record<string, string | number> }

/** The lines of a text, each an item. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

type Spanish = Pick<InstrumentForm, 'title_es' | 'purpose_es' | 'own_es'>

/** The languages of a new questionnaire: Spanish as soon as anything is written in it. */
export function languagesOf({ title_es: title, purpose_es: purpose, own_es: own }: Spanish): Instrument['languages'] {
  return title || purpose || own ? ['en', 'es'] : ['en']
}

/** Why a questionnaire cannot be made so, with the field at fault, or undefined if it can. */
export function whyNotMake(form: Pick<InstrumentForm, 'scales' | 'own_en'> & Spanish) {
  const isInSpanish = languagesOf(form).includes('es')
  if (isInSpanish && !form.title_es) return { field: 'title_es', reason: 'surveys.spanish_begun' } as const
  if (isInSpanish && !form.purpose_es) return { field: 'purpose_es', reason: 'surveys.spanish_begun' } as const
  const [english, spanish] = [linesOf(form.own_en), linesOf(form.own_es)]
  if (isInSpanish && english.length !== spanish.length) return { field: 'own_es', reason: 'surveys.own_lines_differ' } as const
  const items = bankScales(form.scales).flatMap((scale) => scale.items).length + english.length
  if (items === 0) return { field: 'scales', reason: 'surveys.nothing_chosen' } as const
  if (items > MOST_ITEMS) return { field: 'scales', reason: 'surveys.too_many_items' } as const
  return undefined
}

/** Why parts cannot be a questionnaire, with the name of the part at fault, or undefined if they can. */
export function whyNotKeep(scales: readonly Scale[], language: string): Fault | undefined {
  const items = scales.flatMap((scale) => scale.items)
  if (items.length === 0) return { reason: 'surveys.nothing_chosen', values: {} }
  if (items.length > MOST_ITEMS) return { reason: 'surveys.too_many_items', values: {} }
  const words = scales.filter((scale) => scale.kind === 'text').flatMap((scale) => scale.items)
  if (words.length > MOST_TEXTS) return { reason: 'surveys.too_many_texts', values: {} }
  for (const [at, scale] of scales.entries()) {
    const part = inLanguage(scale.name, language)
    const reason = partFault(scale, scales.slice(0, at))
    if (reason) return { reason, values: { part } }
    const wrong = conditionFault(scale.when, scale, scales)
    if (wrong) return { reason: `surveys.builder_condition_${wrong}`, values: { part } }
    for (const { text, when } of scale.items) {
      const fault = conditionFault(when, scale, scales)
      if (fault) return { reason: `surveys.builder_when_${fault}`, values: { part, question: inLanguage(text, language) } }
    }
  }
  return undefined
}

/** Whether a scale is one of the bank as it stands there; of whom it is asked does not matter. */
export function isOfBank({ when: _, ...scale }: Scale): boolean {
  return BANK.some((one) => isDeepStrictEqual(one, scale))
}

/** The scales of a new questionnaire: those of the bank, then the own items as one scale. */
export function scalesOf(form: Pick<InstrumentForm, 'scales' | 'own_en' | 'own_es'>): Scale[] {
  const spanish = linesOf(form.own_es)
  const items = linesOf(form.own_en).map((en, at) => ({
    key: `${OWN_KEY}_${at + 1}`,
    text: { en, ...(spanish[at] && { es: spanish[at] }) },
  }))
  const own: Scale = {
    key: OWN_KEY,
    options: 'agreement',
    name: { en: 'Our own questions', es: 'Nuestras preguntas' },
    purpose: { en: 'Written here.', es: 'Escritas aquí.' },
    items,
  }
  return [...bankScales(form.scales), ...(items.length > 0 ? [own] : [])]
}

/** Minutes that a questionnaire takes: about eight seconds a question, forty where it is answered in words, and half a minute to begin. */
export function minutesOf(scales: readonly Scale[]): number {
  const seconds = scales.reduce((sum, scale) => sum + scale.items.length * (scale.kind === 'text' ? 40 : 8), 30)
  return Math.max(1, Math.round(seconds / 60))
}

/** Where its items come from. */
export function provenanceOf(scales: readonly Scale[]): Instrument['provenance'] {
  if (scales.every(isOfBank)) return 'bank'
  return scales.some(isOfBank) ? 'bank_and_own' : 'own'
}

/** Keys are the names of columns and summaries. */
function partFault(scale: Scale, before: readonly Scale[]) {
  const keys = [...before, scale].flatMap((one) => one.items.map((item) => item.key))
  if (scale.items.length === 0) return 'surveys.builder_part_empty'
  if (before.some((one) => one.key === scale.key) || new Set(keys).size < keys.length) return 'surveys.builder_key_twice'
  return undefined
}
