import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { found } from '../../../platform/problem.ts'
import type { Scope } from '../../../access/scope.ts'
import { sealedAnswerSchema } from '../responding/schema.ts'
import { LEADERS } from '../rules.ts'
import type { KeptAnswer, NamedAnswer, Reading, ResearchSurvey } from './schema.ts'
import { researchUnits } from './rules.ts'

const answersSchema = sealedAnswerSchema.shape.values

/** The answers of a place with the names of those who gave them; what came by a code on paper has none. */
export async function listNamed(tx: Tx, scope: Scope, surveyId: string, place: { id: string }): Promise<NamedAnswer[]> {
  const rows = await tx
    .selectFrom('surveyResponse as response')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'response.tenantId').onRef('person.id', '=', 'response.personId'))
    .select(['response.id', 'response.answers', sql<string | null>`trim(person.given_name || ' ' || person.family_name)`.as('name')])
    .where('response.tenantId', '=', scope.tenantId)
    .where('response.surveyId', '=', surveyId)
    .where('response.unitId', '=', place.id)
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .orderBy('response.id')
    .execute()
  return rows.map(({ answers, ...row }) => ({ ...row, values: answersSchema.parse(answers) }))
}

/** Of each row of a survey its id and its person's, or its own again, one after the other in one text: rows would take ten times the room. */
export async function findMarks(tx: Tx, scope: Scope, surveyId: string): Promise<string> {
  const { marks } = await tx
    .selectFrom('surveyResponse')
    .select(sql<string | null>`string_agg(id::text || coalesce(person_id, id)::text, '')`.as('marks'))
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .executeTakeFirstOrThrow()
  return marks ?? ''
}

/** The names of the places where the answers of a survey count. */
export async function findUnitNames(tx: Tx, scope: Scope, surveyId: string): Promise<Map<string, string>> {
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('tenantId', '=', scope.tenantId)
    .where('id', 'in', (those) =>
      those.selectFrom('surveyResponse').select('unitId').where('tenantId', '=', scope.tenantId).where('surveyId', '=', surveyId),
    )
    .execute()
  return new Map(units.map(({ id, name }) => [id, name]))
}

/** Some answers of a survey, those that are still there. What was answered stays JSON, taken apart line by line. */
export async function listAnswers(tx: Tx, scope: Scope, surveyId: string, ids: readonly string[]): Promise<KeptAnswer[]> {
  return await tx
    .selectFrom('surveyResponse')
    .select(['id', 'unitId', 'role as group', sql<string>`answers::text`.as('answers')])
    .where('tenantId', '=', scope.tenantId)
    .where('surveyId', '=', surveyId)
    .where(sql<boolean>`id = any(${`{${ids.join(',')}}`}::uuid[])`)
    .execute()
}

/** The confidential surveys at places where somebody does research, and below them, the newest first. */
export async function listResearchSurveys(tx: Tx, scope: Scope): Promise<ResearchSurvey[]> {
  return await researched(tx, scope).orderBy('survey.id', 'desc').execute()
}

/** One of them; for everybody else it is not here. */
export async function findResearchSurvey(tx: Tx, scope: Scope, id: string): Promise<ResearchSurvey> {
  return found(await researched(tx, scope).where('survey.id', '=', id).executeTakeFirst())
}

function researched(tx: Tx, scope: Scope) {
  return tx
    .selectFrom('survey')
    .innerJoin('instrument', (on) =>
      on.onRef('instrument.tenantId', '=', 'survey.tenantId').onRef('instrument.id', '=', 'survey.instrumentId'),
    )
    .innerJoin('unit', (on) => on.onRef('unit.tenantId', '=', 'survey.tenantId').onRef('unit.id', '=', 'survey.unitId'))
    .select(['survey.id', 'survey.unitId', 'survey.opensOn', 'survey.closesOn', 'survey.closedAt', 'unit.name as askedBy'])
    .select(['instrument.title', 'instrument.scales'])
    .select(
      sql<boolean>`exists (select from membership m where m.tenant_id = survey.tenant_id and m.person_id = ${scope.personId}
        and m.role = any(${[...LEADERS]}::text[]) and (m.ends_on is null or m.ends_on >= survey.opens_on))`.as('hasLed'),
    )
    .where('survey.tenantId', '=', scope.tenantId)
    .where('survey.mode', '=', 'confidential')
    .where(sql<boolean>`unit.path && ${researchUnits(scope)}::uuid[]`)
    .$castTo<ResearchSurvey>() // instruments/commands.ts writes title and scales
}

const READINGS_SHOWN = 50

/** Who has read single answers of a survey, of those at a place or of all; for whoever gave them, too. */
export async function listReadings(
  tx: Tx,
  scope: Scope,
  survey: { id: string; unitId: string },
  place: { id: string },
): Promise<Reading[]> {
  return await tx
    .selectFrom('event')
    .leftJoin('person', (on) => on.onRef('person.tenantId', '=', 'event.tenantId').onRef('person.id', '=', 'event.personId'))
    .select([
      'event.id',
      'event.verb',
      'event.recordedAt',
      sql<string | null>`trim(person.given_name || ' ' || person.family_name)`.as('name'),
    ])
    .where('event.tenantId', '=', scope.tenantId)
    .where('event.noun', '=', 'survey')
    .where('event.nounId', '=', survey.id)
    .where('event.verb', 'in', ['survey_answers_read', 'survey_answers_downloaded'])
    .where('event.unitId', 'in', [survey.unitId, place.id])
    .orderBy('event.id', 'desc')
    .limit(READINGS_SHOWN)
    .$narrowType<{ verb: Reading['verb'] }>() // the two that are asked for
    .execute()
}
