import type { Edition, OutsideSource } from '../schema.ts'

/** Why an edition cannot be taken back, or undefined if it can: only what stands, and only where it was loaded. */
export function whyNotWithdraw(
  edition: Pick<Edition, 'isCurrent' | 'isWithdrawn'>,
  source: Pick<OutsideSource, 'unitId'>,
  place: { id: string },
) {
  if (source.unitId !== place.id) return 'measures.outside_loaded_above'
  if (edition.isWithdrawn) return 'measures.outside_withdrawn_already'
  return edition.isCurrent ? undefined : 'measures.outside_replaced_already'
}
