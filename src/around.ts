import { may } from './access/policy.ts'
import type { Role } from './access/roles.ts'
import { textIn } from './messages/text.ts'
import { homePlace, listMyPlaces, type PlaceRow } from './slices/organizations/queries.ts'
import type { Room } from './ui/shell.tsx'
import { urls } from './urls.ts'
import type { Place } from './web/entrance.ts'
import type { Around } from './web/context.ts'
import type { Ctx } from './web/context.ts'

const SCHOOL_KINDS = new Set(['school', 'department', 'grade_level', 'team'])

/** What stands around a page: the place with its rooms, the other places, search, what can be added, and the person. */
export async function aroundOf(ctx: Ctx, given: Place | undefined): Promise<Around> {
  const { scope } = ctx
  const places = await listMyPlaces(ctx.db, scope)
  const place = given ?? homePlace(places, scope)
  return {
    homeHref: urls.tenant({ tenant: scope.tenantSlug }),
    place: {
      label: place?.name ?? scope.tenantName,
      detail: place && place.path.length > 1 ? scope.tenantName : undefined,
      items: placeItems(ctx, places, place),
    },
    rooms: place ? roomsOf(ctx, place) : [],
    top: {
      search: { action: urls.search({ tenant: scope.tenantSlug }), value: ctx.query('q') },
      add: place ? addable(ctx, place) : [],
      me: { name: scope.personName, detail: scope.tenantName, items: mine(ctx) },
    },
  }
}

const PLACES_SHOWN = 30

function placeItems(ctx: Ctx, places: readonly PlaceRow[], current: { id: string; slug: string } | undefined) {
  const tenant = ctx.scope.tenantSlug
  const shown = places
    .filter((place) => place.kind === 'school' || place.path.length === 1 || place.id === current?.id)
    .slice(0, PLACES_SHOWN)
  const items = shown.map((place) => ({
    label: place.name,
    href: urls.now({ tenant, place: place.slug }),
    current: place.id === current?.id,
  }))
  const here = current && { tenant, place: current.slug }
  return [
    ...items,
    ...(here ? [{ label: ctx.text('web.people'), href: urls.placePeople(here), icon: 'users' as const, apart: true }] : []),
    ...(here ? [{ label: ctx.text('web.schedule'), href: urls.bellSchedule(here), icon: 'calendar-clock' as const }] : []),
    { label: ctx.text('web.units'), href: urls.places({ tenant }), apart: true },
  ]
}

function roomsOf(ctx: Ctx, place: { slug: string; kind: string }): Room[] {
  const at = { tenant: ctx.scope.tenantSlug, place: place.slug }
  const room = (label: Parameters<Ctx['text']>[0], href: string, icon: Room['icon'], also: RegExp): Room => {
    const rest = ctx.c.req.path.slice(urls.now(at).length)
    return { label: ctx.text(label), href, icon, current: ctx.c.req.path.startsWith(urls.now(at)) && also.test(rest) }
  }
  const inSchool = SCHOOL_KINDS.has(place.kind)
  return [
    room('web.room_now', urls.now(at), 'compass', /^$/),
    ...(inSchool
      ? []
      : [
          {
            label: ctx.text('web.room_schools'),
            href: urls.places({ tenant: at.tenant }),
            icon: 'school' as const,
            current: ctx.c.req.path === urls.places({ tenant: at.tenant }),
          },
        ]),
    room('web.room_resources', urls.resources(at), 'blocks', /^\/resources/),
    room('web.room_goal', urls.goals(at), 'target', /^\/(goals|votes|strategies)/),
    room('web.room_evidence', urls.cycles(at), 'chart-line', /^\/(cycles|measures|surveys)/),
  ]
}

function addable(ctx: Ctx, place: { slug: string; path: string[] }) {
  const at = { tenant: ctx.scope.tenantSlug, place: place.slug }
  return [
    ...(may(ctx.scope, 'resource.add', place)
      ? [{ label: ctx.text('web.add_resource'), href: `${urls.resources(at)}#add`, icon: 'blocks' as const }]
      : []),
    ...(may(ctx.scope, 'goal.write', place) ? [{ label: ctx.text('web.add_goal'), href: urls.goalNew(at), icon: 'target' as const }] : []),
    ...(may(ctx.scope, 'cycle.write', place)
      ? [{ label: ctx.text('web.add_cycle'), href: urls.cycleNew(at), icon: 'refresh-cw' as const }]
      : []),
  ]
}

function mine(ctx: Ctx) {
  const tenant = ctx.scope.tenantSlug
  const root = { path: ctx.scope.memberships.flatMap((one) => one.unitPath.slice(0, 1)) }
  const manages = may(ctx.scope, 'organization.manage', root)
  return [
    { label: ctx.text('web.me'), href: urls.me({}), icon: 'user-round' as const },
    { label: textIn(ctx.scope.language, 'web.my_sessions'), href: urls.mySessions({}), icon: 'key-round' as const },
    ...(does(ctx, 'researcher')
      ? [{ label: ctx.text('surveys.research'), href: urls.researchSurveys({ tenant }), icon: 'chart-line' as const }]
      : []),
    ...(manages ? administration(ctx, tenant) : []),
    ...(ctx.deps.demo ? [{ label: ctx.text('web.outbox'), href: urls.demoOutbox({}), icon: 'mail' as const, apart: true }] : []),
    { label: ctx.text('web.sign_out'), post: urls.signOut({}), icon: 'log-out' as const, apart: true },
  ]
}

function does(ctx: Ctx, role: Role): boolean {
  return ctx.scope.memberships.some((one) => one.role === role)
}

function administration(ctx: Ctx, tenant: string) {
  return [
    { label: ctx.text('web.people'), href: urls.adminPeople({ tenant }), icon: 'users' as const, apart: true },
    { label: ctx.text('web.units'), href: urls.adminUnits({ tenant }), icon: 'building-2' as const },
    { label: ctx.text('web.roster'), href: urls.roster({ tenant }), icon: 'upload' as const },
    { label: ctx.text('web.operations'), href: urls.operations({ tenant }), icon: 'settings' as const },
  ]
}
