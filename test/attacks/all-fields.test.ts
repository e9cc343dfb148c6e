import assert from 'node:assert/strict'
import { it } from 'node:test'
import { z } from 'zod'
import { surveysApi } from '../../src/slices/surveys/reports/api.ts'

/** How a figure of the report's API comes into an attack, or why it needs none. */
const HOW = {
  name: 'names what is reported, and is known before the first answer',
  rows: 'a row of the linear program: figures-as-rows.ts',
  sums: 'given to the linear program as the sums behind it: reliability-as-rows.ts, `sumsBehind`, and by trying in trying-all.ts',
  groups: 'a row of the linear program: groups-as-rows.ts',
  tried: 'tried out over all possibilities: trying-figures.test.ts',
  follows: 'follows from other figures that the same people are told: following.test.ts',
  people: 'counts who answered every question, and not what they answered',
  words: 'people’s own words: rules of their own, and matching.test.ts',
  together: 'declared by its own rule: together.test.ts',
} as const

const FIELDS: Record<string, keyof typeof HOW> = {
  survey: 'name',
  place: 'name',
  mode: 'name',
  fewest: 'name',
  stage: 'name',
  'scales[].key': 'name',
  'scales[].name': 'name',
  'scales[].kind': 'name',
  'scales[].n': 'rows',
  'scales[].n_complete': 'people',
  'scales[].suppressed': 'follows',
  'scales[].mean': 'rows',
  'scales[].mean_least': 'rows',
  'scales[].mean_most': 'rows',
  'scales[].lower': 'rows',
  'scales[].upper': 'rows',
  'scales[].distribution.low': 'follows',
  'scales[].distribution.low_least': 'follows',
  'scales[].distribution.low_most': 'follows',
  'scales[].distribution.middle': 'follows',
  'scales[].distribution.middle_least': 'follows',
  'scales[].distribution.middle_most': 'follows',
  'scales[].distribution.high': 'follows',
  'scales[].distribution.high_least': 'follows',
  'scales[].distribution.high_most': 'follows',
  'scales[].alpha': 'sums',
  'scales[].alpha_lower': 'follows',
  'scales[].alpha_upper': 'follows',
  'scales[].omega': 'sums',
  'scales[].items[].key': 'name',
  'scales[].items[].text': 'name',
  'scales[].items[].n': 'rows',
  'scales[].items[].mean': 'rows',
  'scales[].items[].mean_least': 'rows',
  'scales[].items[].mean_most': 'rows',
  'scales[].items[].distribution.low': 'rows',
  'scales[].items[].distribution.middle': 'rows',
  'scales[].items[].distribution.high': 'rows',
  'scales[].items[].distribution.step': 'rows',
  'scales[].items[].choices.shares[]': 'rows',
  'scales[].items[].choices.step': 'rows',
  'scales[].schools.count': 'name',
  'scales[].schools.icc1': 'sums',
  'scales[].schools.icc2': 'sums',
  'scales[].schools.rwgj_mean': 'tried',
  'scales[].schools.tau2': 'sums',
  'scales[].schools.sigma2': 'sums',
  'scales[].schools.grand_mean': 'sums',
  'scales[].places[].place': 'name',
  'scales[].places[].name': 'name',
  'scales[].places[].suppressed': 'follows',
  'scales[].places[].n': 'rows',
  'scales[].places[].mean': 'rows',
  'scales[].places[].mean_least': 'rows',
  'scales[].places[].mean_most': 'rows',
  'scales[].places[].reliability': 'follows',
  'scales[].places[].eb_mean': 'follows',
  'scales[].change.since': 'name',
  'scales[].change.mean_before': 'follows',
  'scales[].change.difference': 'follows',
  'scales[].change.direction': 'follows',
  'scales[].change.linked.n': 'tried',
  'scales[].change.linked.minimal_detectable': 'tried',
  'scales[].change.linked.less': 'tried',
  'scales[].change.linked.same': 'tried',
  'scales[].change.linked.more': 'tried',
  'scales[].groups.groups[].group': 'name',
  'scales[].groups.groups[].n': 'groups',
  'scales[].groups.groups[].mean': 'groups',
  'scales[].groups.gaps[].reference': 'groups',
  'scales[].groups.gaps[].focal': 'groups',
  'scales[].groups.gaps[].items[].key': 'name',
  'scales[].groups.gaps[].items[].ets': 'tried',
  'scales[].groups.gaps[].items[].easier_for': 'tried',
  scale_correlations: 'together',
  'words[].key': 'name',
  'words[].texts[]': 'words',
}

/** The part of JSON Schema in which the report's answer is written. */
type Schema = { type?: string; anyOf?: Schema[]; oneOf?: Schema[]; properties?: Record<string, Schema>; items?: Schema }

it('every field that the report’s API gives is known to an attack, or is said to need none', () => {
  const [report] = surveysApi
  const schema: Schema = JSON.parse(JSON.stringify(z.toJSONSchema(report?.response ?? assert.fail(), { io: 'input' })))
  const given = new Set(pathsOf(schema).map((path) => path.replace(/^(scale_correlations).*$/, '$1')))
  // Correlations between parts may not be there; all else must be, so that no line outlives its field.
  assert.deepEqual(
    [...given].toSorted(),
    Object.keys(FIELDS)
      .filter((path) => given.has(path) || FIELDS[path] !== 'together')
      .toSorted(),
  )
  assert.ok(Object.values(FIELDS).every((how) => HOW[how].length > 0))
})

it('finds a field that a schema has more than another', () => {
  const one = { type: 'object', properties: { n: { type: 'number' }, items: { type: 'array', items: { anyOf: [{ type: 'null' }] } } } }
  assert.deepEqual(pathsOf(one), ['n'])
  const other = { ...one, properties: { ...one.properties, items: { type: 'array', items: { anyOf: [{ type: 'string' }] } } } }
  assert.deepEqual(pathsOf(other), ['n', 'items[]'])
})

/** Every field in which a value can stand, with the way to it. */
function pathsOf({ type, anyOf, oneOf, properties, items }: Schema, path = ''): string[] {
  const either = anyOf ?? oneOf
  if (either) return [...new Set(either.flatMap((one) => pathsOf(one, path)))]
  if (properties) return Object.entries(properties).flatMap(([key, own]) => pathsOf(own, path ? `${path}.${key}` : key))
  if (items) return pathsOf(items, `${path}[]`)
  return type === 'null' ? [] : [path]
}
