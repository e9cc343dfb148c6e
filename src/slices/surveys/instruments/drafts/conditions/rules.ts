import { optionCount } from '../../../rules.ts'
import type { Condition, Item, Scale } from '../../../schema.ts'
import { answersField, type DraftDocument, type PartForm, rowField } from '../schema.ts'

/** A question whose answers can decide who is asked something, with its part. */
export type Deciding = { scale: Scale; item: Item }

/** The questions of earlier parts whose answers can decide who is asked a part, or a question in it. */
export function deciding(draft: DraftDocument, key: string): Deciding[] {
  const before = draft.scales.slice(
    0,
    draft.scales.findIndex((scale) => scale.key === key),
  )
  return questionsOf(before).filter(({ scale }) => optionCount(scale) > 0)
}

/** The question that was chosen to decide, wherever it stands by now. */
export function decidedBy(draft: DraftDocument, key: string | undefined): Deciding | undefined {
  return questionsOf(draft.scales).find(({ item, scale }) => item.key === key && optionCount(scale) > 0)
}

/** The questions that decide who is asked something, by their keys, those that are gone too. */
export function decidingIn({ scales }: DraftDocument): { key: string }[] {
  const conditions = scales.flatMap((scale) => [scale.when, ...scale.items.map((item) => item.when)])
  return conditions.flatMap((when) => (when ? [{ key: when.item }] : []))
}

/**
 * Of whom a row asks its question. Where the form does not say, or another question was chosen whose answers were not in sight
 * yet, it stays as it was; where none of the answers is ticked, everybody is asked.
 */
export function whenFrom(item: Item, form: PartForm, row: number): Condition | undefined {
  const chosen = form[rowField('whenItem', row)]
  if (chosen === undefined) return item.when
  if (chosen && form[rowField('whenOf', row)] !== chosen) return item.when
  const values = valuesOf(form, row, chosen)
  return chosen && values.length > 0 ? { item: chosen, values: [...new Set(values)].toSorted((one, other) => one - other) } : undefined
}

/** The rows that are left for which another question was chosen to decide: its answers come next. */
export function chosenNext(scale: Scale, left: Scale, form: PartForm): { item: string; of: string }[] {
  const keys = new Set(left.items.map(({ key }) => key))
  return scale.items.flatMap((item, row) => {
    const of = form[rowField('whenItem', row)]
    return of && keys.has(item.key) && of !== item.when?.item && of !== form[rowField('whenOf', row)] ? [{ item: item.key, of }] : []
  })
}

/** Why the rows cannot ask their questions of those, with the field at fault, or undefined if they can. */
export function whyNotAskOnly(draft: DraftDocument, scale: Scale, form: PartForm) {
  const candidates = deciding(draft, scale.key)
  for (const [row, { when }] of scale.items.entries()) {
    const chosen = form[rowField('whenItem', row)]
    // What decided so far may have moved behind or gone: it stays until somebody changes it, and the draft says so.
    const decides = chosen === when?.item ? decidedBy(draft, chosen) : candidates.find(({ item }) => item.key === chosen)
    if (!chosen) continue
    if (!decides && chosen !== when?.item) return { field: rowField('whenItem', row), reason: 'surveys.builder_when_earlier' } as const
    const most = decides ? optionCount(decides.scale) : 0
    const isThere = (value: number) => Number.isInteger(value) && value >= 1 && value <= most
    if (!valuesOf(form, row, chosen).every(isThere)) return { field: answersField(row, chosen), reason: 'web.not_a_choice' } as const
  }
  return undefined
}

function questionsOf(scales: readonly Scale[]): Deciding[] {
  return scales.flatMap((scale) => scale.items.map((item) => ({ scale, item })))
}

function valuesOf(form: PartForm, row: number, chosen: string): number[] {
  const ticked = form[answersField(row, chosen)] ?? ''
  return ticked ? ticked.split(',').map(Number) : []
}
