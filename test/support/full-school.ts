import pg from 'pg'
import { inTenant, type Scope } from '../../src/access/scope.ts'
import { draftGoal, openGoalVote } from '../../src/slices/goals/commands.ts'
import { findCriteria } from '../../src/slices/goals/criteria/queries.ts'
import { addPoint, annotateDay, beginPhase, createMeasure } from '../../src/slices/measures/commands.ts'
import { planCycle } from '../../src/slices/cycles/commands.ts'
import { closeDay } from '../../src/slices/organizations/calendar/commands.ts'
import { addBellPeriod } from '../../src/slices/organizations/schedule/commands.ts'
import { openingForm } from '../../src/slices/surveys/administrations/schema.ts'
import { openSurvey } from '../../src/slices/surveys/administrations/commands.ts'
import { makeInstrument } from '../../src/slices/surveys/instruments/commands.ts'
import { startDraft } from '../../src/slices/surveys/instruments/drafts/commands.ts'
import { startedWith } from '../../src/slices/surveys/instruments/drafts/rules.ts'
import { addNote } from '../../src/slices/surveys/instruments/validity/commands.ts'
import { addResource } from '../../src/slices/resources/commands.ts'
import { putToUse, repurposeResource } from '../../src/slices/resources/life/commands.ts'
import { drawStrategy } from '../../src/slices/strategy/commands.ts'
import { makeCommitment } from '../../src/slices/strategy/commitments/commands.ts'
import { addDriver, addIdea, linkResource } from '../../src/slices/strategy/diagram/commands.ts'
import { castBallot } from '../../src/slices/votes/ballots/commands.ts'
import type { World } from './world.ts'

const VARIABLE = { framework: 'district_capacity', variable: 'collective_problem_solving' }

const ALL_STAFF = ['principal', 'assistant_principal', 'teacher_leader', 'teacher'] as const

export type Building = { world: World; leader: Scope; voters: Scope[]; place: { id: string; path: string[]; kind: string }; word: string }

/** One of every noun at a school, each with a word in its texts that can be looked for elsewhere; returns the ids by their names in addresses. */
export async function buildSchool(building: Building): Promise<Record<string, string>> {
  const { world, leader, voters, place, word } = building
  const { db, jobs } = world.deps
  const resource = await addResource(db, leader, place.id, {
    kind: 'structures',
    name: `Resource ${word}`,
    description: word,
    circle: 'school',
    tags: [word],
    groupLabel: word,
  })
  await addResource(db, leader, place.id, { kind: 'knowledge', name: `For the team TEAM-${word}`, circle: 'team' })
  const goal = await draftGoal(db, leader, place, goalDraft(word))
  const use = await putToUse(db, leader, resource, { ...useOf(word), goalId: goal })
  const repurposing = await repurposeResource(db, leader, resource, { ...repurposingOf(word), goalId: goal })
  const measure = await measureWith(building, goal)
  const strategy = await drawStrategy(db, leader, place, goal, {
    leadersDo: word,
    adultsChange: word,
    studentsGain: word,
    circle: 'school',
  })
  const driver = await addDriver(db, leader, place, strategy, { statement: `Driver ${word}`, why: word, measureId: measure })
  const idea = await addIdea(db, leader, place, strategy, driver, `Idea ${word}`)
  await linkResource(db, leader, place, strategy, idea, { resourceId: resource, way: 'uses', how: word })
  const promise = { personId: leader.personId, what: `Promise ${word}`, dueOn: '2026-12-01' }
  const commitment = await makeCommitment(db, leader, place, { jobs, strategyId: strategy, ideaId: idea }, promise)
  const cycle = await planCycle(db, leader, place, { ...cycleOf(word), goalId: goal, ideaId: idea, measureId: measure })
  const vote = await voteOn(building, goal)
  const instrument = await makeInstrument(db, leader, place, instrumentOf(word))
  await addNote(db, leader, place, instrument, { kind: 'evidence', body: word, notedOn: '2026-09-01', surveyId: null })
  const draft = await draftWith(building)
  const asking = openingForm.parse({ instrumentId: instrument, roles: [...ALL_STAFF], opensOn: '2026-10-06', closesOn: '2026-10-20' })
  const survey = await openSurvey(db, leader, world.deps, place, asking)
  await addBellPeriod(db, leader, place, { period: 'P1', weekdays: [1], beginsAt: '08:00', endsAt: '09:00', teaching: true })
  await closeDay(db, leader, place, { closedOn: '2026-11-26', reason: word })
  return {
    resource,
    goal,
    use,
    repurposing,
    measure,
    ...VARIABLE,
    strategy,
    driver,
    idea,
    commitment,
    cycle,
    vote,
    instrument,
    draft,
    part: 'part_1',
    survey,
    ...(await newestOf(world, leader.tenantId)),
    unit: place.id,
    person: voters[0]?.personId ?? '',
  }
}

function goalDraft(word: string) {
  return {
    circle: 'school' as const,
    statement: { en: `Goal ${word}` },
    forWhom: word,
    baseline: word,
    target: word,
    dueOn: '2027-06-01',
    evidence: word,
  }
}

function useOf(word: string) {
  return {
    beganOn: '2026-09-10',
    purpose: word,
    content: word,
    structure: word,
    participants: word,
    whatChanged: word,
    minutesPerWeek: 10,
    personIds: [],
  }
}

function repurposingOf(word: string) {
  return {
    occurredOn: '2026-09-12',
    formerPurpose: word,
    newPurpose: word,
    minutesMoved: 10,
    forWhom: word,
    hopedFor: word,
    reason: word,
    personIds: [],
  }
}

function instrumentOf(word: string) {
  return { title_en: word, title_es: word, purpose_en: word, purpose_es: word, scales: ['small_measure'], own_en: word, own_es: word }
}

async function draftWith({ world, leader, place, word }: Building): Promise<string> {
  const own = { key: 'part_1', options: 'agreement' as const, name: { en: word }, purpose: {} } // a set's own name, not any text
  const document = startedWith(instrumentOf(word))
  const scales = [...document.scales, { ...own, items: [{ key: 'part_1_1', text: { en: word } }] }]
  return await startDraft(world.deps.db, leader, place, { document: { ...document, scales }, revisesId: null })
}

function cycleOf(word: string) {
  const plan = { question: word, prediction: word, planWhat: word, planWho: word }
  return { ...plan, beginsOn: '2026-10-01', endsOn: '2026-11-01', ledBy: null, parentId: null, circle: 'school' as const }
}

async function measureWith({ world, leader, place, word }: Building, goalId: string): Promise<string> {
  const { db } = world.deps
  const facts = {
    name: `Measure ${word}`,
    kind: 'value',
    unitOfMeasure: '',
    better: 'up',
    definition: word,
    goalId,
    variable: VARIABLE,
    ownerId: null,
    circle: 'school',
  } as const
  const measure = await createMeasure(db, leader, place, facts)
  await createMeasure(db, leader, place, { ...facts, name: `Measure TEAM-${word}`, circle: 'team' })
  await addPoint(db, leader, place, measure, { observedOn: '2026-09-01', value: 3, events: null, total: null, note: word })
  await beginPhase(db, leader, place, measure, { startsOn: '2026-09-01', label: word })
  await annotateDay(db, leader, place, measure, { onDay: '2026-09-01', text: word })
  return measure
}

async function voteOn({ world, leader, voters, place, word }: Building, goal: string): Promise<string> {
  const { db, keys } = world.deps
  const ids = voters.map((voter) => voter.personId)
  const vote = await openGoalVote(db, leader, keys, place, goal, ids)
  const { questions } = await inTenant(db, leader, (tx) => findCriteria(tx, leader, place))
  const scores = Object.fromEntries(questions.map(({ key }) => [key, 4]))
  for (const voter of voters) await castBallot(db, voter, place, vote, { scores, argument: `SEALED-${word}`, leave: 'with_name' })
  return vote
}

// Rows that commands make along the way, by the names that addresses give them.
const INNER = {
  link: 'idea_resource',
  point: 'measure_point',
  phase: 'measure_phase',
  note: 'measure_note',
  period: 'bell_period',
  day: 'closed_day',
}

async function newestOf(world: World, tenantId: string): Promise<Record<string, string>> {
  const owner = new pg.Client({ connectionString: world.database.ownerUrl })
  await owner.connect()
  const ids: Record<string, string> = {}
  for (const [name, table] of Object.entries(INNER)) {
    const { rows } = await owner.query<{ id: string }>(`select id from ${table} where tenant_id = $1 order by id desc limit 1`, [tenantId])
    ids[name] = rows[0]?.id ?? ''
  }
  await owner.end()
  return ids
}
