import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Scope } from '../../access/scope.ts'
import { urls } from '../../urls.ts'
import { endpoint, paged, pageOf, PAGING } from '../../web/api.ts'
import { paragraph } from '../../web/fields.ts'
import { findPlaceOf, goalsByIds } from '../goals/queries.ts'
import { found } from '../../platform/problem.ts'
import { changeTheory, drawStrategy } from './commands.ts'
import { listCommitments } from './commitments/queries.ts'
import { isLateFor, stateOf } from './commitments/rules.ts'
import type { Commitment } from './commitments/schema.ts'
import { listDrivers } from './diagram/queries.ts'
import { type Driver, WAYS } from './diagram/schema.ts'
import { findStrategyAnywhere, listStrategiesFrom } from './queries.ts'
import { reviewStrategy } from './reviews/commands.ts'
import { listReviews } from './reviews/queries.ts'
import { OUTCOMES, reviewForm } from './reviews/schema.ts'
import { standingOf } from './rules.ts'
import { CIRCLES, type Strategy } from './schema.ts'

const clause = paragraph(1000)

const theory = z.object({ leadersDo: clause, adultsChange: clause, studentsGain: clause, circle: z.enum(CIRCLES).default('school') })

/** The same without defaults: what was not sent must not overwrite what stands there. */
const rewording = z.object({ leadersDo: clause, adultsChange: clause, studentsGain: clause, circle: z.enum(CIRCLES) }).partial()

const strategyJson = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  goalId: z.uuid(),
  number: z.number().int(),
  standing: z.enum(['current', 'replaced', 'stopped']),
  circle: z.enum(CIRCLES),
  leadersDo: z.string(),
  adultsChange: z.string(),
  studentsGain: z.string(),
  version: z.number().int(),
})

const commitmentJson = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  what: z.string(),
  dueOn: z.string(),
  state: z.enum(['open', 'kept', 'released']),
  late: z.boolean().meta({ description: 'As the reader may know it: of others only some days after the due day.' }),
})

const linkJson = z.object({ id: z.uuid(), resourceId: z.uuid(), way: z.enum(WAYS), how: z.string() })
const ideaJson = z.object({ id: z.uuid(), statement: z.string(), resources: z.array(linkJson), commitments: z.array(commitmentJson) })
const driverJson = z.object({
  id: z.uuid(),
  statement: z.string(),
  why: z.string(),
  measureId: z.uuid().nullable(),
  ideas: z.array(ideaJson),
})
const wholeJson = strategyJson.extend({ drivers: z.array(driverJson) })

const reviewJson = z.object({ id: z.uuid(), heldOn: z.string(), outcome: z.enum(OUTCOMES), reason: z.string(), evidence: z.string() })

const list = endpoint({
  method: 'get',
  address: urls.apiStrategies,
  summary: 'Strategies that you may read, of one goal where `goalId` says so.',
  tag: 'Strategies',
  query: PAGING.extend({ goalId: z.uuid().optional() }),
  response: pageOf(strategyJson),
  answer: async ({ db, scope, query }) => {
    const { limit, cursor, goalId } = query
    const { items, next } = paged(await listStrategiesFrom(db, scope, { limit: limit + 1, cursor, goalId }), limit)
    return { body: { items: items.map(jsonOf), next } }
  },
})

const draw = endpoint({
  method: 'post',
  address: urls.apiStrategies,
  summary: 'Draw a strategy for a goal; it replaces the one before, and with `carry` begins with its diagram and open commitments.',
  tag: 'Strategies',
  request: theory.extend({ goalId: z.uuid(), carry: z.boolean().default(false) }),
  response: strategyJson,
  versioned: true,
  answer: async ({ db, scope, request }) => {
    const { goalId, carry, ...words } = request
    const [goal] = await goalsByIds(db, scope, [goalId])
    const place = await findPlaceOf(db, scope, found(goal).unitId)
    const id = await drawStrategy(db, scope, place, goalId, { ...words, ...(carry ? { carry: 'yes' as const } : {}) })
    const strategy = await findStrategyAnywhere(db, scope, id)
    return { body: jsonOf(strategy), version: strategy.version, location: urls.apiStrategy({ tenant: scope.tenantSlug, strategy: id }) }
  },
})

const show = endpoint({
  method: 'get',
  address: urls.apiStrategy,
  summary: 'One strategy with its drivers, change ideas, resources and commitments.',
  tag: 'Strategies',
  response: wholeJson,
  versioned: true,
  answer: async ({ db, scope, id }) => {
    const strategy = await findStrategyAnywhere(db, scope, id('strategy'))
    const drivers = await listDrivers(db, scope, strategy.id)
    const commitments = await listCommitments(db, scope, strategy.id)
    return {
      body: { ...jsonOf(strategy), drivers: drivers.map((driver) => driverOf(driver, commitments, scope)) },
      version: strategy.version,
    }
  },
})

const change = endpoint({
  method: 'patch',
  address: urls.apiStrategy,
  summary: 'Reword the theory of action; what is left out stays as it is.',
  tag: 'Strategies',
  request: rewording,
  response: strategyJson,
  versioned: true,
  answer: async ({ db, scope, request, id, ifMatch }) => {
    const { strategy, place } = await whereIs(db, scope, id('strategy'))
    const { leadersDo, adultsChange, studentsGain, circle } = strategy
    await changeTheory(db, scope, place, strategy.id, { leadersDo, adultsChange, studentsGain, circle, ...request, version: ifMatch() })
    const now = await findStrategyAnywhere(db, scope, strategy.id)
    return { body: jsonOf(now), version: now.version }
  },
})

const reviews = endpoint({
  method: 'get',
  address: urls.apiStrategyReviews,
  summary: 'The reviews of a strategy, the newest first.',
  tag: 'Strategies',
  response: z.object({ items: z.array(reviewJson) }),
  answer: async ({ db, scope, id }) => {
    const strategy = await findStrategyAnywhere(db, scope, id('strategy'))
    return { body: { items: await listReviews(db, scope, strategy.id) } }
  },
})

const review = endpoint({
  method: 'post',
  address: urls.apiStrategyReviews,
  summary: 'Write down a review: keep, adapt or stop, with its reason and evidence.',
  tag: 'Strategies',
  request: reviewForm,
  response: reviewJson,
  answer: async ({ db, scope, request, id }) => {
    const { strategy, place } = await whereIs(db, scope, id('strategy'))
    return { body: { ...request, id: await reviewStrategy(db, scope, place, strategy.id, request) } }
  },
})

export const strategyApi = [list, draw, show, change, reviews, review]

async function whereIs(db: Tx, scope: Scope, strategyId: string) {
  const strategy = await findStrategyAnywhere(db, scope, strategyId)
  return { strategy, place: await findPlaceOf(db, scope, strategy.unitId) }
}

function jsonOf(strategy: Strategy): z.input<typeof strategyJson> {
  const { id, unitId, goalId, number, circle, leadersDo, adultsChange, studentsGain, version } = strategy
  return { id, unitId, goalId, number, standing: standingOf(strategy), circle, leadersDo, adultsChange, studentsGain, version }
}

function driverOf(driver: Driver, commitments: readonly Commitment[], scope: Scope): z.input<typeof driverJson> {
  const today = dayIn(scope.timeZone, scope.now)
  const promised = (ideaId: string) =>
    commitments
      .filter((one) => one.ideaId === ideaId)
      .map(({ id, personId, what, dueOn, ...rest }) => ({
        id,
        personId,
        what,
        dueOn,
        state: stateOf(rest),
        late: isLateFor({ personId, dueOn, ...rest }, scope.personId, today),
      }))
  const ideas = driver.ideas.map(({ id, statement, links }) => ({
    id,
    statement,
    resources: links.map(({ id, resourceId, way, how }) => ({ id, resourceId, way, how })),
    commitments: promised(id),
  }))
  const { id, statement, why, measureId } = driver
  return { id, statement, why, measureId, ideas }
}
