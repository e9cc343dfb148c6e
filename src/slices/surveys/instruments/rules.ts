import { bankScales } from '../bank/rules.ts'
import { MOST_TEXTS } from '../responding/schema.ts'
import type { Scale } from '../schema.ts'
import type { Instrument, InstrumentForm } from './schema.ts'

/** More is answered carelessly, and a sealed answer has room for no more. */
export const MOST_ITEMS = 80

const OWN_KEY = 'own'

/** The lines of a text, each an item. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** Why a questionnaire cannot be made so, with the field at fault, or undefined if it can. */
export function whyNotMake(form: Pick<InstrumentForm, 'scales' | 'own_en' | 'own_es'>) {
  const [english, spanish] = [linesOf(form.own_en), linesOf(form.own_es)]
  if (english.length !== spanish.length) return { field: 'own_es', reason: 'surveys.own_lines_differ' } as const
  const items = bankScales(form.scales).flatMap((scale) => scale.items).length + english.length
  if (items === 0) return { field: 'scales', reason: 'surveys.nothing_chosen' } as const
  if (items > MOST_ITEMS) return { field: 'scales', reason: 'surveys.too_many_items' } as const
  return undefined
}

/** Why scales cannot be a questionnaire, or undefined if they can. */
export function whyNotKeep(scales: readonly Scale[]) {
  const items = scales.flatMap((scale) => scale.items).length
  if (items === 0) return 'surveys.nothing_chosen'
  if (scales.filter((scale) => scale.kind === 'text').flatMap((scale) => scale.items).length > MOST_TEXTS) return 'surveys.too_many_texts'
  return items > MOST_ITEMS ? 'surveys.too_many_items' : undefined
}

/** The scales of a new questionnaire: those of the bank, then the own items as one scale. */
export function scalesOf(form: Pick<InstrumentForm, 'scales' | 'own_en' | 'own_es'>): Scale[] {
  const spanish = linesOf(form.own_es)
  const items = linesOf(form.own_en).map((en, at) => ({ key: `${OWN_KEY}_${at + 1}`, text: { en, es: spanish[at] ?? en } }))
  const own: Scale = {
    key: OWN_KEY,
    options: 'agreement',
    name: { en: 'Our own questions', es: 'Nuestras preguntas' },
    purpose: { en: 'Written here.', es: 'Escritas aquí.' },
    items,
  }
  return [...bankScales(form.scales), ...(items.length > 0 ? [own] : [])]
}

/** Minutes that a questionnaire takes: about eight seconds an item, and half a minute to begin. */
export function minutesOf(scales: readonly Scale[]): number {
  const items = scales.flatMap((scale) => scale.items).length
  return Math.max(1, Math.round((items * 8 + 30) / 60))
}

/** Where its items come from. */
export function provenanceOf(scales: readonly Scale[]): Instrument['provenance'] {
  const own = scales.some((scale) => scale.key === OWN_KEY)
  if (!own) return 'bank'
  return scales.length > 1 ? 'bank_and_own' : 'own'
}
