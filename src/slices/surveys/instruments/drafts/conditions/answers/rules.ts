import type { Condition, Scale, Texts } from '../../../../schema.ts'
import type { DraftDocument } from '../../schema.ts'

/** With conditions that mean the same answers as before, where the answers of a part were put in another order or reworded. */
export function withAnswersFollowed(draft: DraftDocument, before: Scale, after: Scale): DraftDocument {
  const { answers: old, items } = before
  const { answers: now } = after
  if (!old || !now) return draft
  const follow = (when: Condition): Condition =>
    items.some(({ key }) => key === when.item) ? { ...when, values: followed(when.values, old, now) } : when
  const scales = draft.scales.map((scale) => ({
    ...scale,
    ...(scale.when ? { when: follow(scale.when) } : {}),
    items: scale.items.map((item) => (item.when ? { ...item, when: follow(item.when) } : item)),
  }))
  return { ...draft, scales }
}

/** The same answers by their new places; one that went is left out, and where all went, what stays is no answer at all. */
export function followed(values: readonly number[], before: readonly Texts[], after: readonly Texts[]): number[] {
  const kept = values.flatMap((value) => placeOf(value, before, after) ?? [])
  return kept.length > 0 ? [...new Set(kept)].toSorted((one, other) => one - other) : [after.length + 1]
}

/** An answer is where its words are now; one whose words are nowhere was reworded in its place, unless another moved there. */
function placeOf(value: number, before: readonly Texts[], after: readonly Texts[]): number | undefined {
  const answer = before[value - 1]
  if (!answer) return undefined
  const at = after.findIndex((one) => isSame(one, answer))
  if (at >= 0) return at + 1
  const there = after[value - 1]
  return there && !before.some((one) => isSame(one, there)) ? value : undefined
}

function isSame(one: Texts, other: Texts): boolean {
  return Object.entries(one).some(([language, words]) => words !== '' && words === other[language])
}
