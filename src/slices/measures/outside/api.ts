import { z } from 'zod'
import { found } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import { endpoint, paged, pageOf, PAGING } from '../../../web/api.ts'
import { listDistributions, listOutsideMeasuresFrom, listScoresFrom } from './queries.ts'

const measureJson = z.object({
  id: z.uuid(),
  name: z.string(),
  sourceId: z.uuid(),
  sourceName: z.string(),
  publisher: z.string(),
})

const figure = z.number().nullable()

const scoreJson = z.object({
  measureId: z.uuid(),
  value: figure.meta({ description: 'Null where the publisher gives none, and where too few answered.' }),
  low: z.number(),
  high: z.number(),
  better: z.enum(['up', 'down']),
  unitOfMeasure: z.string(),
  schools: z.number().int().meta({ description: 'How many schools of the file have this score.' }),
  lowerQuartile: figure,
  median: figure,
  upperQuartile: figure,
})

const schoolJson = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  sourceId: z.uuid(),
  year: z.number().int(),
  period: z.string(),
  tooFew: z.boolean().meta({ description: 'Fewer than five answered: nothing is said.' }),
  respondents: z.number().int().nullable(),
  scores: z.array(scoreJson),
})

const measures = endpoint({
  method: 'get',
  address: urls.apiOutsideMeasures,
  summary: 'Scores that somebody else computes and that tell of a school within your reach.',
  tag: 'Outside measures',
  query: PAGING,
  response: pageOf(measureJson),
  answer: async ({ db, scope, query }) => {
    const { limit, cursor } = query
    return { body: paged(await listOutsideMeasuresFrom(db, scope, { limit: limit + 1, cursor }), limit) }
  },
})

const scores = endpoint({
  method: 'get',
  address: urls.apiOutsideScores,
  summary: 'What others publish of your schools, one school and year at a time, of one school where `unitId` says so.',
  tag: 'Outside measures',
  query: PAGING.extend({ unitId: z.uuid().toLowerCase().optional() }),
  response: pageOf(schoolJson),
  answer: async ({ db, scope, query }) => {
    const { limit, cursor, unitId } = query
    if (unitId) found(scope.places.find((place) => place === unitId))
    const { items, next } = paged(await listScoresFrom(db, scope, { limit: limit + 1, cursor, unitId }), limit)
    const distributions = Map.groupBy(
      await listDistributions(db, scope, [...new Set(items.map((item) => item.editionId))]),
      (one) => one.editionId,
    )
    return { body: { items: items.map((item) => jsonOf(item, distributions.get(item.editionId) ?? [])), next } }
  },
})

export const outsideApi = [measures, scores]

type Item = Awaited<ReturnType<typeof listScoresFrom>>[number]

function jsonOf(item: Item, distributions: Awaited<ReturnType<typeof listDistributions>>): z.input<typeof schoolJson> {
  const { id, unitId, sourceId, year, period, few, respondents } = item
  const told = distributions.map((one) => ({ ...one, value: item.scores[one.position] ?? null }))
  return { id, unitId, sourceId, year, period, tooFew: few, respondents, scores: told }
}
