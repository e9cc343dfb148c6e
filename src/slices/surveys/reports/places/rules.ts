import type { SchoolModel } from '../../folding/schema.ts'
import { type Counted, isOpen, isSpread, maySayExactly, meanOf } from '../disclosure/rules.ts'
import type { Mean, SaidPlace, SaidSchools } from '../schema.ts'

/** A place below, with the counts that stayed of it; without any where it is too small to be told apart. */
export type Below = { slug: string; name: string; isSchool: boolean; counted: Counted | undefined }

/** Agreement within schools so high, or a spread so small, that the answers of single people would follow from it. */
export const MOST_AGREEMENT = 0.98
const LEAST_WITHIN = 0.05

type Known = { whole: Counted; below: readonly Below[]; model: SchoolModel | null; fewest: number }

/** The places below and what the schools have in common, so that what is said of some tells nothing of the others. */
export function sayPlaces({ whole, below, model, fewest }: Known): { schools: SaidSchools | null; places: SaidPlace[] } {
  const means = meansOf(whole, below, fewest)
  const open = below.every((one) => !one.isSchool || !one.counted || means.get(one)?.exact || isOpen(one.counted))
  const said = model && open && maySayModel(whole, model, inexactSchools(model, below, means)) ? model : null
  return { schools: said && schoolsOf(said), places: below.map((one) => placeOf(one, means.get(one), said)) }
}

/** How many schools the model knows whose own means are not said exactly; of those further below none is. */
function inexactSchools(model: SchoolModel, below: readonly Below[], means: ReadonlyMap<Below, Mean>): number {
  return model.schools - below.filter((one) => one.isSchool && means.get(one)?.exact).length
}

/**
 * The means of the places. What is left when the exact ones are taken from the whole must itself be sayable: else the
 * smallest of them is rounded as well, until it is.
 */
function meansOf(whole: Counted, below: readonly Below[], fewest: number): Map<Below, Mean> {
  const said = below.flatMap((one) => {
    const mean = one.counted && meanOf(one.counted, fewest)
    return one.counted && mean ? [{ one, counted: one.counted, mean }] : []
  })
  const exact = said.filter(({ mean }) => mean.exact).toSorted((a, b) => b.counted.n - a.counted.n)
  while (
    exact.length > 0 &&
    !maySayExactly(
      restOf(
        whole,
        exact.map(({ counted }) => counted),
      ),
    )
  )
    exact.pop()
  return new Map(
    said.flatMap(({ one, counted, mean }) => {
      const kept = mean.exact && !exact.some((other) => other.one === one) ? meanOf(counted, fewest, 'rounded') : mean
      return kept ? [[one, kept] as const] : []
    }),
  )
}

/** What remains of a whole without some of its parts. */
function restOf(whole: Counted, parts: readonly Counted[]): Counted {
  const n = whole.n - parts.reduce((sum, part) => sum + part.n, 0)
  const sum = (whole.mean ?? 0) * whole.n - parts.reduce((total, part) => total + (part.mean ?? 0) * part.n, 0)
  const counts = whole.counts.map((own, i) =>
    own.map((people, answer) => people - parts.reduce((total, part) => total + (part.counts[i]?.[answer] ?? 0), 0)),
  )
  return { n, mean: n > 0 ? sum / n : null, counts }
}

/** One or two schools whose means are not known exactly would follow from what all have in common. */
function maySayModel(whole: Counted, model: SchoolModel, inexact: number): boolean {
  if (inexact === 1 || inexact === 2 || !isSpread(whole.counts)) return false
  const range = (whole.counts[0]?.length ?? 5) - 1
  return (model.agreement ?? 0) <= MOST_AGREEMENT && (model.within ?? 0) >= LEAST_WITHIN * (range / 4) ** 2
}

function schoolsOf({ schools, icc1, icc2, agreement, between, within, grandMean }: SchoolModel): SaidSchools {
  return { count: schools, icc1, icc2, agreement, between, within, grandMean }
}

function placeOf({ slug, name, isSchool, counted }: Below, mean: Mean | undefined, model: SchoolModel | null): SaidPlace {
  if (!counted || !mean) return { slug, name, suppressed: true }
  return { slug, name, suppressed: false, n: counted.n, mean, ...shrunkenOf(counted.n, mean, isSchool ? model : null) }
}

/** A mean drawn towards that of all schools, the more the fewer people stand behind it (Raudenbush & Bryk 2002, ch. 3). */
function shrunkenOf(n: number, mean: Mean, model: SchoolModel | null): { reliability: number | null; shrunken: number | null } {
  if (!model || model.between === null || model.within === null || model.grandMean === null) return { reliability: null, shrunken: null }
  const reliability = model.between / (model.between + model.within / n)
  return { reliability, shrunken: mean.value === null ? null : model.grandMean + reliability * (mean.value - model.grandMean) }
}
