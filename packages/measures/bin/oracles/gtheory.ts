import { at } from '../../src/numbers/at.ts'
import {
  crossedDesign,
  dStudy,
  gStudy,
  gStudyNested,
  varianceComponents,
  type CrossedDesign,
  type GStudy,
  type StudiedComponent,
} from '../../src/measures.ts'
import { mainTable, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { numberColumn, textColumn } from './table.ts'

/** Columns that name the rows of a persons × items table. */
const rowNames = new Set(['person', 'id', 'unit', 'school', 'p', 'teacher', 'subject', 'target', 'row', 'respondent'])

export function gtheoryCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const design = textParam(oracleCase.params, 'design') ?? ''
  if (/\(\s*\w+\s*:\s*\w+\s*\)/.test(design)) return nestedCase(oracleCase)
  if (design.includes('not fully crossed') || design.includes('ill-structured')) return unbalancedCase(oracleCase)
  const longForm = table.columns.includes(textParam(oracleCase.params, 'score') ?? 'score')
  return longForm ? crossedCase(oracleCase) : personsByItemsCase(oracleCase)
}

function personsByItemsCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const items = table.columns.filter((column) => !rowNames.has(column.toLowerCase()))
  const columns = items.map((item) => numberColumn(table, item))
  const scores = table.rows.flatMap((_, row) => items.map((item, i) => ({ levels: [String(row), item], score: at(at(columns, i), row) })))
  const study = gStudy(crossedDesign(['p', 'i'], scores))
  return {
    n_p: at(study.sizes, 0),
    n_i: at(study.sizes, 1),
    ...namedComponents(study, ['p', 'i', 'pi_e'], ['p', 'i', 'pi_e']),
    d_studies: askedStudies(oracleCase, study.components, ['n_i']),
  }
}

function crossedCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const facets = ['p', 'i', 'o'].map((facet) => textColumn(table, textParam(oracleCase.params, facet) ?? facet))
  const score = numberColumn(table, textParam(oracleCase.params, 'score') ?? 'score')
  const scores = score.map((value, row) => ({ levels: facets.map((facet) => at(facet, row) ?? ''), score: value }))
  const study = gStudy(crossedDesign(['p', 'i', 'o'], scores))
  const fixed = dStudy(study.components, study.sizes, [2])
  const short = ['p', 'i', 'o', 'pi', 'po', 'io', 'pio_e']
  const named = namedComponents(study, short, ['p', 'i', 'o', 'p:i', 'p:o', 'i:o', 'p:i:o'])
  return {
    n_p: at(study.sizes, 0),
    n_i: at(study.sizes, 1),
    n_o: at(study.sizes, 2),
    ...named,
    d_studies: askedStudies(oracleCase, study.components, ['n_i', 'n_o']),
    d_study_o_fixed: {
      universe_score_variance: fixed.universeVariance,
      relative_error: fixed.relativeError,
      g_coefficient: fixed.generalizability,
    },
    published_rounded: named.variance_components,
    reml: remlOf(scores),
  }
}

function remlOf(scores: readonly { levels: string[]; score: number | null }[]) {
  const names = ['p:i', 'p:o', 'i:o', 'p', 'i', 'o']
  const places: Record<string, number> = { p: 0, i: 1, o: 2 }
  const factors = names.map((name) =>
    scores.map(({ levels }) =>
      name
        .split(':')
        .map((facet) => at(levels, places[facet] ?? 0))
        .join('|'),
    ),
  )
  const found = varianceComponents(
    scores.map(({ score }) => score),
    factors,
  )
  return found && { ...Object.fromEntries(names.map((name, f) => [name, at(found.components, f)])), Residual: found.residual }
}

function nestedCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const [inner, outer] = (textParam(oracleCase.params, 'nesting') ?? 'rater within task').split(' within ')
  const object = table.columns.find((column) => ![inner, outer, 'score'].includes(column)) ?? 'person'
  const [person, task, rater] = [object, outer ?? 'task', inner ?? 'rater'].map((name) => textColumn(table, name))
  const score = numberColumn(table, 'score')
  const seen = new Map<string | null, Map<string | null, number>>()
  const scores = score.map((value, row) => {
    const [t, r] = [task?.[row] ?? null, rater?.[row] ?? null]
    const within = seen.get(t) ?? new Map<string | null, number>()
    seen.set(t, within)
    if (!within.has(r)) within.set(r, within.size)
    return { levels: [person?.[row] ?? '', t ?? '', String(within.get(r))], score: value }
  })
  const design: CrossedDesign = crossedDesign(['p', 't', 'r'], scores)
  const study = gStudyNested(design)
  const names = ['p', 't', 'pt', 'r_in_t', 'pr_in_t_e']
  const named = namedComponents(study, names, names)
  return {
    n_p: at(study.sizes, 0),
    n_t: at(study.sizes, 1),
    n_r_per_t: at(study.sizes, 2),
    ...named,
    d_studies: askedStudies(oracleCase, study.components, ['n_t', 'n_r_per_t']),
    published_rounded: named.variance_components,
  }
}

function unbalancedCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const names = table.columns.filter((column) => column !== 'score')
  const factors = names.map((name) => textColumn(table, name).map((level) => level ?? ''))
  const found = varianceComponents(numberColumn(table, 'score'), factors)
  if (!found) throw new Error('the model has no solution')
  const components: StudiedComponent[] = [
    { effect: [0], truncated: at(found.components, 0) },
    { effect: [1], truncated: at(found.components, 1) },
    { effect: [0, 1], truncated: found.residual },
  ]
  return {
    grand_mean: found.grandMean,
    variance_components: { ...Object.fromEntries(names.map((name, f) => [name, at(found.components, f)])), residual: found.residual },
    reml_criterion: found.criterion,
    d_studies: askedStudies(oracleCase, components, ['n_o']),
  }
}

function namedComponents(study: GStudy, names: readonly string[], squares: readonly string[]) {
  const by = (keys: readonly string[], value: (i: number) => number | null) => Object.fromEntries(keys.map((key, i) => [key, value(i)]))
  return {
    ms: by(squares, (i) => at(study.components, i).meanSquare),
    variance_components: by(names, (i) => at(study.components, i).variance),
    variance_components_truncated: by(names, (i) => at(study.components, i).truncated),
    percent_of_total: by(names, (i) => at(study.components, i).percent),
  }
}

/** The decision studies that a case asks for: its list says with how many of each facet. */
function askedStudies(oracleCase: OracleCase, components: readonly StudiedComponent[], facets: readonly string[]) {
  // Read from the case's JSON: entries with numbers by facet.
  const asked = (oracleCase.expected['d_studies'] ?? []) as Record<string, number>[]
  return asked.map((study) => {
    const found = dStudy(components, [1, ...facets.map((facet) => study[facet] ?? 1)])
    return {
      ...Object.fromEntries(facets.map((facet) => [facet, study[facet]])),
      relative_error: found.relativeError,
      absolute_error: found.absoluteError,
      g_coefficient: found.generalizability,
      phi: found.dependability,
    }
  })
}
