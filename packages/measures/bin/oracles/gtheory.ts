import { at } from '../../src/numbers/at.ts'
import {
  crossedDesign,
  dStudy,
  gStudy,
  gStudyNested,
  varianceComponents,
  type GStudy,
  type StudiedComponent,
  type VarianceComponent,
} from '../../src/measures.ts'
import { designOf, observationsOf, type Facet, type Observations } from './gtheory-design.ts'
import type { OracleCase } from './read-case.ts'

export function gtheoryCase(oracleCase: OracleCase) {
  const { kind, letters } = designOf(oracleCase)
  const observations = observationsOf(oracleCase, letters)
  if (kind === 'unbalanced' || !isBalanced(observations)) return unbalancedCase(oracleCase, observations)
  return kind === 'nested' ? nestedCase(oracleCase, observations) : crossedCase(oracleCase, observations)
}

/** As many scores as a design without gaps has: the same number for each level of the object. */
function isBalanced({ scores }: Observations): boolean {
  const sizes = [...Map.groupBy(scores, ({ levels }) => levels[0]).values()].map((some) => some.length)
  return scores.every(({ score }) => score !== null) && new Set(sizes).size === 1
}

function crossedCase(oracleCase: OracleCase, observations: Observations) {
  const { facets, scores } = observations
  const study = gStudy(
    crossedDesign(
      facets.map(({ letter }) => letter),
      scores,
    ),
  )
  const named = namedComponents(study, (component) => namesOf(component.effect, facets))
  return {
    ...Object.fromEntries(facets.flatMap(({ letter }, f) => [letter, initialOf(letter)].map((name) => [`n_${name}`, at(study.sizes, f)]))),
    ...named,
    d_studies: askedStudies(oracleCase, study.components, facets),
    ...fixedStudies(oracleCase, study, facets),
    published_rounded: named.variance_components,
    ...('reml' in oracleCase.expected ? { reml: remlOf(oracleCase, observations, 'reml').named } : {}),
  }
}

/** Levels of the nested facet may be numbered anew within each level of the other, or not: they are counted here. */
function nestedCase(oracleCase: OracleCase, { facets, scores }: Observations) {
  const seen = new Map<string, Map<string, number>>()
  const counted = scores.map(({ levels, score }) => {
    const [object, outer, inner] = [at(levels, 0), at(levels, 1), at(levels, 2)]
    const within = seen.get(outer) ?? new Map<string, number>()
    seen.set(outer, within)
    if (!within.has(inner)) within.set(inner, within.size)
    return { levels: [object, outer, String(within.get(inner))], score }
  })
  const [p, t, r] = facets.map(({ letter }) => letter)
  const study = gStudyNested(crossedDesign([p ?? 'p', t ?? 't', r ?? 'r'], counted))
  const names = [p, t, `${p}${t}`, `${r}_in_${t}`, `${p}${r}_in_${t}_e`]
  const named = namedComponents(study, (component) => [at(names, study.components.indexOf(component)) ?? ''])
  const numbered = [...facets.slice(0, 2), { letter: `${r}_per_${t}`, column: at(facets, 2).column }]
  return {
    ...Object.fromEntries(numbered.map(({ letter }, f) => [`n_${letter}`, at(study.sizes, f)])),
    ...named,
    d_studies: askedStudies(oracleCase, study.components, numbered),
    published_rounded: named.variance_components,
  }
}

function unbalancedCase(oracleCase: OracleCase, observations: Observations) {
  const { found, named, components } = remlOf(oracleCase, observations, 'variance_components')
  return {
    n: observations.scores.filter(({ score }) => score !== null).length,
    grand_mean: found.grandMean,
    variance_components: named,
    reml_criterion: found.criterion,
    d_studies: askedStudies(oracleCase, components, observations.facets),
  }
}

/** The terms of the model are those that the case names; without any, the facets alone. */
function remlOf(oracleCase: OracleCase, { facets, scores }: Observations, key: string) {
  const told = Object.keys(oracleCase.expected[key] ?? {}).filter((name) => !/^residual$/i.test(name))
  const effects = told.map((name) => effectOf(name, facets))
  const found = varianceComponents(
    scores.map(({ score }) => score),
    effects.map((effect) => scores.map(({ levels }) => effect.map((f) => at(levels, f)).join('|'))),
  )
  if (!found) throw new Error('the model has no solution')
  const values = told.map((name, t) => [name, at(found.components, t)] as const)
  const components: StudiedComponent[] = [
    ...effects.map((effect, t) => ({ effect, truncated: at(found.components, t) })),
    { effect: facets.map((_, f) => f), truncated: found.residual },
  ]
  return { found, components, named: { ...Object.fromEntries(values), residual: found.residual, Residual: found.residual } }
}

function effectOf(term: string, facets: readonly Facet[]): number[] {
  return term.split(':').map((part) => {
    const place = facets.findIndex(({ letter, column }) => part === letter || part === column || part === initialOf(letter))
    if (place < 0) throw new Error(`the term "${term}" has no facet of the design`)
    return place
  })
}

function initialOf(name: string): string {
  return name.slice(0, 1)
}

/** Cases name an effect by letters (`pi`, `pio_e` with the error) or as R does (`p:i`, `person:item`). */
function namesOf(effect: readonly number[], facets: readonly Facet[]): string[] {
  const letters = effect.map((f) => at(facets, f).letter)
  const columns = effect.map((f) => at(facets, f).column)
  const names = [letters.join(''), letters.join(':'), columns.join(':'), letters.map(initialOf).join('')]
  return effect.length === facets.length ? [...names, ...names.map((name) => `${name}_e`), 'residual', 'Residual'] : names
}

function namedComponents(study: GStudy, namesOfOne: (component: VarianceComponent) => string[]) {
  const by = (value: (component: VarianceComponent) => number | null) =>
    Object.fromEntries(study.components.flatMap((component) => namesOfOne(component).map((name) => [name, value(component)])))
  return {
    ms: by((component) => component.meanSquare),
    variance_components: by((component) => component.variance),
    variance_components_truncated: by((component) => component.truncated),
    percent_of_total: by((component) => component.percent),
  }
}

/** The decision studies that a case asks for: its list says with how many of each facet. */
function askedStudies(oracleCase: OracleCase, components: readonly StudiedComponent[], facets: readonly Facet[]) {
  const asked = oracleCase.expected['d_studies']
  // Read from the case's JSON: entries with numbers by facet.
  const list = (Array.isArray(asked) ? asked : []) as Record<string, number>[]
  return list.map((study) => {
    const numbers = facets.map((facet) => numberOf(study, facet) ?? 1)
    const echo = Object.entries(study).filter(([key]) => key.startsWith('n_'))
    return { ...Object.fromEntries(echo), ...namedStudy(components, numbers, []) }
  })
}

function numberOf(study: Record<string, number>, { letter, column }: Facet): number | undefined {
  return study[`n_${letter}`] ?? study[`n_${column}`] ?? study[`n_${initialOf(letter)}`]
}

/** Studies that do not generalize over a facet, of as many levels as were observed: `d_study_o_fixed`. */
function fixedStudies({ expected }: OracleCase, { components, sizes }: GStudy, facets: readonly Facet[]) {
  const asked = Object.keys(expected).flatMap((key) => /^d_study_(\w+)_fixed$/.exec(key)?.[1] ?? [])
  const studies = asked.map((letter) => {
    const fixed = facets.flatMap((facet, f) => (facet.letter === letter || facet.column === letter ? [f] : []))
    return [`d_study_${letter}_fixed`, namedStudy(components, sizes, fixed)] as const
  })
  return Object.fromEntries(studies)
}

function namedStudy(components: readonly StudiedComponent[], numbers: readonly number[], fixed: readonly number[]) {
  const found = dStudy(components, numbers, fixed)
  return {
    universe_score_variance: found.universeVariance,
    relative_error: found.relativeError,
    absolute_error: found.absoluteError,
    g_coefficient: found.generalizability,
    phi: found.dependability,
  }
}
