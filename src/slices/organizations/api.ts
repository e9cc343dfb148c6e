import { z } from 'zod'
import { found } from '../../platform/problem.ts'
import { urls } from '../../urls.ts'
import { endpoint, paged, pageOf, PAGING } from '../../web/api.ts'
import { findPersonSeen, findUnitSeen, listPeopleFrom, listUnitsFrom } from './queries.ts'

const unitJson = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  grade: z.string().nullable(),
  subject: z.string().nullable(),
  version: z.int(),
})

const personJson = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  roles: z.array(z.object({ unitId: z.uuid(), role: z.string() })),
})

export const organizationsApi = [
  endpoint({
    method: 'get',
    address: urls.apiUnits,
    summary: 'Places that you may enter.',
    tag: 'Places and people',
    query: PAGING,
    response: pageOf(unitJson),
    answer: async ({ db, scope, query: { cursor, limit } }) => ({
      body: paged(await listUnitsFrom(db, scope, { cursor, limit: limit + 1 }), limit),
    }),
  }),
  endpoint({
    method: 'get',
    address: urls.apiUnit,
    summary: 'One place.',
    tag: 'Places and people',
    response: unitJson,
    answer: async ({ db, scope, id }) => {
      const unit = found(await findUnitSeen(db, scope, id('unit')))
      return { body: unit, version: unit.version }
    },
  }),
  endpoint({
    method: 'get',
    address: urls.apiPeople,
    summary: 'People who work where you may look, with their roles there.',
    tag: 'Places and people',
    query: PAGING,
    response: pageOf(personJson),
    answer: async ({ db, scope, query: { cursor, limit } }) => ({
      body: paged(await listPeopleFrom(db, scope, { cursor, limit: limit + 1 }), limit),
    }),
  }),
  endpoint({
    method: 'get',
    address: urls.apiPerson,
    summary: 'One person.',
    tag: 'Places and people',
    response: personJson,
    answer: async ({ db, scope, id }) => ({ body: found(await findPersonSeen(db, scope, id('person'))) }),
  }),
]
