import type { Context } from 'hono'
import { enter, type Tx } from '../platform/database.ts'
import { notHere } from '../platform/problem.ts'
import { LANGUAGES } from '../messages/text.ts'
import { loadScope, type Scope } from '../access/scope.ts'
import type { Deps } from './deps.ts'

/** Who asks, before the tenant is known: by a session, or by a token that opens one tenant alone. */
export type Asker = {
  identityPersonId: string
  name: string
  language: string | null
  theme?: string
  via: 'session' | 'token'
  sessionId?: string
  onlyTenantId?: string
}

/** A unit as the place that a page stands in. */
export type Place = { id: string; slug: string; name: string; kind: string; path: string[] }

/** Opens the tenant of an address to a person, inside the request's transaction; what is out of reach is not here. */
export async function enterTenant(tx: Tx, deps: Deps, asker: Asker, slug: string): Promise<Scope> {
  await enter(tx, { person: asker.identityPersonId })
  const link = await tx
    .selectFrom('identity.personTenant')
    .select(['tenantId', 'tenantPersonId'])
    .where('identityPersonId', '=', asker.identityPersonId)
    .where('tenantSlug', '=', slug)
    .executeTakeFirst()
  if (!link || (asker.onlyTenantId && asker.onlyTenantId !== link.tenantId)) return notHere()
  await enter(tx, { tenant: link.tenantId, person: link.tenantPersonId })
  const asking = { tenantId: link.tenantId, personId: link.tenantPersonId, language: asker.language, via: asker.via, now: deps.clock.now() }
  return (await loadScope(tx, asking)) ?? notHere()
}

/** The place of an address, if the person may enter it. */
export async function enterPlace(tx: Tx, scope: Scope, slug: string): Promise<Place> {
  const unit = await tx
    .selectFrom('unit')
    .select(['id', 'slug', 'name', 'kind', 'path'])
    .where('tenantId', '=', scope.tenantId)
    .where('slug', '=', slug)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  if (!unit || !scope.places.includes(unit.id)) return notHere()
  return unit
}

/** The language to speak with somebody whom we do not know yet. */
export function languageOf(c: Context): string {
  return browserLanguage(c) ?? 'en'
}

/** The first language that the browser asks for and that we speak. */
export function browserLanguage(c: Context): string | null {
  const asked = (c.req.header('accept-language') ?? '').split(',').map((one) => one.trim().slice(0, 2).toLowerCase())
  return asked.find((one) => LANGUAGES.some((language) => language === one)) ?? null
}
