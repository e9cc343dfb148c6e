/** A school that takes part, as it may be said to the place that asks: rounded, as of a day, or not at all. */
export type PartShown = { unitId: string; name: string; invited: number; answered: number | null; countedOn: string | null }
