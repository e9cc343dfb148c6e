import { h } from 'preact'
import type { z } from 'zod'
import { dayIn } from '../../../../platform/clock.ts'
import { isId } from '../../../../platform/ids.ts'
import { notHere, refuse } from '../../../../platform/problem.ts'
import { urls } from '../../../../urls.ts'
import type { App } from '../../../../web/app-type.ts'
import type { PlaceCtx } from '../../../../web/context.ts'
import { day } from '../../../../web/fields.ts'
import { type FormState, refusedForm, typedIn } from '../../../../web/form.ts'
import { placePage } from '../../../../web/page.tsx'
import { listClosedDays } from '../../../organizations/calendar/queries.ts'
import { findInstrument } from '../../instruments/queries.ts'
import type { Instrument } from '../../instruments/schema.ts'
import { inLanguage, whyNotRun } from '../../rules.ts'
import { openSurvey } from '../commands.ts'
import { OpeningPage } from './opening-page.tsx'
import type { Preview } from './parts/asked-preview.tsx'
import { countRoles, listAsked, listSchools, type Person } from '../queries.ts'
import { askedByPlace, isDayToRemind, plannedReminders, suitingReminders, whyNotOpen } from '../rules.ts'
import { type Opening, openingForm, REMINDER_FIELDS, windowForm } from '../schema.ts'

/** Putting a questionnaire to people: whom, when, with which promise; looked at once more before anything leaves. */
export function openingRoutes(app: App): void {
  app.get(
    urls.surveyNew.pattern,
    placePage(async (ctx) => await showOpening(ctx, await instrumentOf(ctx, ctx.id('instrument')))),
  )
  app.post(urls.surveyNew.pattern, placePage(preview))
  app.post(urls.surveys.pattern, placePage(open))
}

/** Long enough for whoever is away for a week. */
const USUAL_DAYS = 14

type Shown = { form?: FormState; preview?: Preview }

async function showOpening(ctx: PlaceCtx, instrument: Instrument, { form, preview }: Shown = {}): Promise<Response> {
  const { db, scope, place } = ctx
  const opensOn = dayIn(scope.timeZone, scope.now)
  const closesOn = Temporal.PlainDate.from(opensOn).add({ days: USUAL_DAYS }).toString()
  const page = h(OpeningPage, {
    instrument,
    placeName: place.name,
    schools: await listSchools(db, scope, place),
    roleCounts: await countRoles(db, scope, place),
    came: form !== undefined,
    offered: { opensOn, closesOn },
    suggested: await suggestedFor(ctx, form ? windowForm.safeParse(ctx.body).data : { opensOn, closesOn }),
    clock: clockName(scope),
    whyNot: whyNotRun(scope, place),
    form,
    preview,
  })
  const title = ctx.text('surveys.open_title', { title: inLanguage(instrument.title, scope.language) })
  const own = { label: inLanguage(instrument.title, scope.language), href: ctx.at(urls.instrument, { instrument: instrument.id }) }
  const crumbs = [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, own, { label: ctx.text('surveys.open_crumb') }]
  const refused = form && Object.keys(form.errors).length > 0
  return await ctx.show(page, { title, crumbs, help: 'surveys.open_help', ...(refused ? { status: 422 } : {}) })
}

/** The days of reminders that follow from first and last day, as these were typed; nothing where they are no window. */
async function suggestedFor(ctx: PlaceCtx, window: z.output<typeof windowForm> | undefined) {
  return window && { ...window, days: suitingReminders(window, await closedDays(ctx)) }
}

/** “Pacific Time” tells a principal more than the city by which programs name the zone. */
function clockName({ language, timeZone, now }: PlaceCtx['scope']): string {
  const written = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(now)
  return written.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** What somebody wants to open, with the people whom it would ask, or the form with what is wrong. */
type Wanted = Looked | { form: FormState }

type Looked = { opening: Opening; asked: Person[]; schools: { id: string; name: string }[] }

async function wantedBy(ctx: PlaceCtx, instrument: Instrument): Promise<Wanted> {
  const { db, scope, place } = ctx
  const sent = ctx.form(openingForm)
  if (!sent.ok) return { form: atItsDay(sent.form, (typed) => !day.safeParse(typed).success) }
  const opening = { ...sent.value, reminders: plannedReminders(sent.value, await closedDays(ctx)) }
  const [asked, schools] = [await listAsked(db, scope, place, opening), await listSchools(db, scope, place)]
  const today = dayIn(scope.timeZone, scope.now)
  const units = schools.map(({ id }) => id)
  const fault = whyNotOpen(opening, { people: asked.length, today, units, languages: instrument.languages })
  if (!fault) return { opening, asked, schools }
  return { form: atItsDay(refusedForm(ctx, fault), (typed) => !isDayToRemind(typed, opening)) }
}

/** Shows whom it would ask; nothing is kept and nothing leaves. */
async function preview(ctx: PlaceCtx): Promise<Response> {
  const { scope, place } = ctx
  const instrument = await instrumentOf(ctx, ctx.id('instrument'))
  refuse(whyNotRun(scope, place))
  const wanted = await wantedBy(ctx, instrument)
  return 'form' in wanted ? await showOpening(ctx, instrument, wanted) : await showPreview(ctx, instrument, wanted)
}

async function showPreview(ctx: PlaceCtx, instrument: Instrument, { opening, asked, schools }: Looked, errors = {}): Promise<Response> {
  const { place } = ctx
  const names = new Map([[place.id, place.name], ...schools.map(({ id, name }) => [id, name] as const)])
  const counted = askedByPlace(asked, place, new Set(schools.map(({ id }) => id)))
  const places = counted.map((one) => ({ ...one, name: names.get(one.unitId) ?? '' })).toSorted((a, b) => a.name.localeCompare(b.name))
  const form = { values: typedIn(ctx.body), errors }
  return await showOpening(ctx, instrument, { form, preview: { ...opening, places, looked: JSON.stringify(opening) } })
}

async function open(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const given = ctx.body['instrumentId']
  const instrument = await instrumentOf(ctx, typeof given === 'string' && isId(given) ? given : notHere())
  refuse(whyNotRun(scope, place))
  const wanted = await wantedBy(ctx, instrument)
  if ('form' in wanted) return await showOpening(ctx, instrument, wanted)
  const looked = ctx.body['looked']
  if (typeof looked === 'string' && looked !== JSON.stringify(wanted.opening))
    return await showPreview(ctx, instrument, wanted, { preview: ctx.text('surveys.changed_since_look') })
  const survey = await openSurvey(db, scope, ctx.deps, place, wanted.opening)
  return ctx.go(ctx.at(urls.survey, { survey }), 'surveys.opened')
}

async function instrumentOf({ db, scope, place }: PlaceCtx, id: string): Promise<Instrument> {
  return await findInstrument(db, scope, place, id)
}

async function closedDays({ db, scope, place }: PlaceCtx): Promise<Set<string>> {
  return new Set((await listClosedDays(db, scope, place)).map(({ closedOn }) => closedOn))
}

/** The days are three fields: what is wrong with one of them is said at that one, or at the first where it is about all. */
function atItsDay({ values, errors: { reminders, ...errors } }: FormState, isWrong: (typed: string) => boolean): FormState {
  const field = REMINDER_FIELDS.find((name) => values[name] && isWrong(values[name])) ?? REMINDER_FIELDS[0]
  return { values, errors: reminders ? { ...errors, [field]: reminders } : errors }
}
