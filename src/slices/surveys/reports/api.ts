import { z } from 'zod'
import { urls } from '../../../urls.ts'
import { endpoint } from '../../../web/api.ts'
import { GROUPS } from '../administrations/schema.ts'
import { inLanguage } from '../rules.ts'
import { KINDS, MODES } from '../schema.ts'
import { refuse } from '../../../platform/problem.ts'
import { findSurvey } from '../administrations/queries.ts'
import { findReport, findReportPlace } from './queries.ts'
import { whyNotRead } from './rules.ts'
import { correlationsJson, correlationsOf } from './together/api.ts'
import { REPORT_STAGES, type Report, type SaidItem, type SaidPlace, type SaidScale } from './schema.ts'

const figure = z.number().nullable()

const meanFields = {
  mean: figure.meta({ description: 'Exact or rounded; null where nothing, or only the range below, may be said.' }),
  mean_least: figure.meta({ description: 'The mean is not under this: equal to `mean` where that is exact.' }),
  mean_most: figure.meta({ description: 'The mean is not over this.' }),
}

const sharesJson = z
  .object({ low: z.number(), middle: figure, high: z.number(), step: z.number() })
  .meta({
    description: 'Shares of answers in bands, to the nearest step of people; the first step stands for none as well, and the last for all.',
  })
  .nullable()

const range = (of: string) => z.number().meta({ description: `The middle of the range in which the share of answers ${of} lies.` })

const spreadJson = z
  .object({
    low: range('under the middle'),
    low_least: z.number(),
    low_most: z.number(),
    middle: figure,
    middle_least: figure,
    middle_most: figure,
    high: range('over the middle'),
    high_least: z.number(),
    high_most: z.number(),
  })
  .meta({ description: 'The mean over the questions, each counting the same, as far as it follows from what is said of each.' })
  .nullable()

const choicesJson = z.object({ shares: z.array(z.number()), step: z.number() }).nullable()

const itemJson = z.object({
  key: z.string(),
  text: z.string(),
  n: figure,
  ...meanFields,
  distribution: sharesJson,
  choices: choicesJson.meta({ description: 'Shares of each answer in its order, where the answers themselves have none.' }),
})

const placeJson = z.discriminatedUnion('suppressed', [
  z.object({ place: z.string(), name: z.string(), suppressed: z.literal(true) }),
  z.object({
    place: z.string(),
    name: z.string(),
    suppressed: z.literal(false),
    n: z.number().int(),
    ...meanFields,
    reliability: figure,
    eb_mean: figure,
  }),
])

const schoolsJson = z.object({
  count: z.number().int(),
  icc1: figure,
  icc2: figure,
  rwgj_mean: figure,
  tau2: figure,
  sigma2: figure,
  grand_mean: figure,
})

const changeJson = z.object({
  since: z.string().meta({ description: 'The last day of the survey before.' }),
  mean_before: figure,
  difference: figure,
  direction: z.enum(['more', 'less', 'unclear']).nullable(),
  linked: z
    .object({ n: z.number().int(), minimal_detectable: z.number(), less: figure, same: figure, more: figure })
    .meta({ description: 'The same people in both, where answers are linked to people.' })
    .nullable(),
})

const groupsJson = z.object({
  groups: z.array(z.object({ group: z.enum(GROUPS), n: z.number().int(), mean: z.number() })),
  gaps: z.array(
    z.object({
      reference: z.enum(GROUPS),
      focal: z.enum(GROUPS),
      items: z.array(z.object({ key: z.string(), ets: z.enum(['A', 'B', 'C']).nullable(), easier_for: z.enum(GROUPS).nullable() })),
    }),
  ),
})

const scaleJson = z.object({
  key: z.string(),
  name: z.string(),
  kind: z.enum(KINDS),
  n: figure,
  n_complete: figure.meta({ description: 'How many answered every question of the part.' }),
  suppressed: z.boolean(),
  ...meanFields,
  lower: figure,
  upper: figure,
  distribution: spreadJson,
  alpha: figure,
  alpha_lower: figure,
  alpha_upper: figure,
  omega: figure,
  items: z.array(itemJson),
  schools: schoolsJson.nullable(),
  places: z.array(placeJson),
  change: changeJson.nullable(),
  groups: groupsJson.nullable(),
})

const reportJson = z.object({
  survey: z.uuid(),
  place: z.string(),
  mode: z.enum(MODES),
  fewest: z.number().int().meta({ description: 'Nothing is said of a place with fewer people.' }),
  stage: z.enum(REPORT_STAGES).meta({ description: 'Nothing is said before the answers are counted.' }),
  scales: z.array(scaleJson),
  scale_correlations: correlationsJson,
  words: z.array(z.object({ key: z.string(), texts: z.array(z.string()) })),
})

const show = endpoint({
  method: 'get',
  address: urls.apiSurveyReport,
  summary: 'What can be said of a survey at a place that you lead; null is what cannot be said, or is not defined.',
  tag: 'Surveys',
  query: z.object({
    place: z.string().max(200).optional().meta({ description: 'The short name of a place that takes part; else the one that asks.' }),
  }),
  response: reportJson,
  answer: async ({ db, scope, id, query }) => {
    const place = await findReportPlace(db, scope, id('survey'), query.place)
    const survey = await findSurvey(db, scope, place, id('survey'))
    refuse(whyNotRead(scope, place))
    return { body: jsonOf(await findReport(db, scope, place, survey), scope.language) }
  },
})

export const surveysApi = [show]

function jsonOf({ surveyId, place, mode, fewest, stage, scales, together, words }: Report, language: string): z.input<typeof reportJson> {
  return {
    survey: surveyId,
    place: place.slug,
    mode,
    fewest,
    stage,
    scales: scales.map((scale) => scaleOf(scale, language)),
    scale_correlations: correlationsOf(together),
    words: words.map(({ itemKey, bodies }) => ({ key: itemKey, texts: bodies })),
  }
}

function scaleOf(said: SaidScale, language: string): z.input<typeof scaleJson> {
  const { scale, nComplete, interval, alpha, change, schools, groups } = said
  return {
    key: scale.key,
    name: inLanguage(scale.name, language),
    kind: scale.kind ?? 'scale',
    n: said.n,
    n_complete: nComplete,
    suppressed: said.suppressed,
    ...meanOf(said.mean),
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    distribution: said.distribution && spreadOf(said.distribution),
    alpha: alpha?.value ?? null,
    alpha_lower: alpha?.lower ?? null,
    alpha_upper: alpha?.upper ?? null,
    omega: said.omega,
    items: said.items.map((item) => itemOf(said, item, language)),
    schools: schools && schoolsOf(schools),
    places: said.places.map(placeOf),
    change: change && changeOf(change),
    groups: groups && groupsOf(groups),
  }
}

function spreadOf({ low, middle, high }: NonNullable<SaidScale['distribution']>): z.input<typeof spreadJson> {
  return {
    low: low.value,
    low_least: low.least,
    low_most: low.most,
    middle: middle?.value ?? null,
    middle_least: middle?.least ?? null,
    middle_most: middle?.most ?? null,
    high: high.value,
    high_least: high.least,
    high_most: high.most,
  }
}

function meanOf(mean: SaidScale['mean']) {
  return { mean: mean?.value ?? null, mean_least: mean?.least ?? null, mean_most: mean?.most ?? null }
}

function itemOf({ scale }: SaidScale, { key, n, mean, distribution, choices }: SaidItem, language: string) {
  const item = scale.items.find((one) => one.key === key)
  return { key, text: item ? inLanguage(item.text, language) : '', n, ...meanOf(mean), distribution, choices: choices ?? null }
}

function schoolsOf({ count, icc1, icc2, agreement, between, within, grandMean }: NonNullable<SaidScale['schools']>) {
  return { count, icc1, icc2, rwgj_mean: agreement, tau2: between, sigma2: within, grand_mean: grandMean }
}

function placeOf(place: SaidPlace): z.input<typeof placeJson> {
  const { slug, name } = place
  if (place.suppressed) return { place: slug, name, suppressed: true }
  const { n, reliability, shrunken } = place
  return { place: slug, name, suppressed: false, n, ...meanOf(place.mean), reliability, eb_mean: shrunken }
}

function changeOf({ since, before, difference, direction, linked }: NonNullable<SaidScale['change']>): z.input<typeof changeJson> {
  const shares = { less: linked?.shares?.less ?? null, same: linked?.shares?.same ?? null, more: linked?.shares?.more ?? null }
  return {
    since,
    mean_before: before.value,
    difference,
    direction,
    linked: linked && { n: linked.n, minimal_detectable: linked.leastChange, ...shares },
  }
}

function groupsOf({ groups, gaps }: NonNullable<SaidScale['groups']>): z.input<typeof groupsJson> {
  const items = (gap: (typeof gaps)[number]) => gap.items.map(({ key, size, easierFor }) => ({ key, ets: size, easier_for: easierFor }))
  return { groups, gaps: gaps.map((gap) => ({ reference: gap.reference, focal: gap.focal, items: items(gap) })) }
}
