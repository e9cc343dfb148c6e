import { type ComponentChild, h } from 'preact'
import type { z } from 'zod'
import { dayIn } from '../../../platform/clock.ts'
import { notHere, refuse } from '../../../platform/problem.ts'
import { whyNotMay } from '../../../access/policy.ts'
import { isTextKey, type TextKey } from '../../../messages/text.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import type { FormState } from '../../../web/form.ts'
import { placePage } from '../../../web/page.tsx'
import { retireResource } from '../commands.ts'
import { findResource, listGoalChoices, listPeopleBelow, listResidences, listYears } from '../queries.ts'
import { ResourcePage } from '../resource-page.tsx'
import { inWords, marksOf, periodOf, shownOf, stateOf, whyNotRetire, whyNotWhenRetired } from '../rules.ts'
import { addEvidence, endUse, generateResource, putToUse, recognizeResource, recordOutcome, repurposeResource } from './commands.ts'
import { GenerationForm, OutcomeForm, RecognitionForm, RetirementForm } from './parts/other-forms.tsx'
import { EndingForm, EvidenceForm, RepurposingForm, UseForm } from './parts/use-forms.tsx'
import { findLife } from './queries.ts'
import { factsOf, whyNotEnd, whyNotRecognize } from './rules.ts'
import * as forms from './schema.ts'

/** What can be done on a resource's page; the address says which form is open. */
type Act = 'use' | 'recognize' | 'repurpose' | 'evidence' | 'end' | 'generate' | 'outcome' | 'retire'

type Opened = { act: string | undefined; useId?: string; repurposingId?: string; state?: FormState }

export function lifeRoutes(app: App): void {
  app.get(urls.resource.pattern, placePage(show))
  app.post(
    urls.resourceRecognitions.pattern,
    acts('recognize', forms.recognitionForm, 'resources.recognized_done', ({ db, scope }, ids, form) =>
      recognizeResource(db, scope, ids.resource, form),
    ),
  )
  app.post(
    urls.resourceUses.pattern,
    acts('use', forms.useForm, 'resources.put_to_use_done', ({ db, scope }, ids, form) => putToUse(db, scope, ids.resource, form)),
  )
  app.post(
    urls.resourceUseEvidence.pattern,
    acts('evidence', forms.evidenceForm, 'resources.evidence_done', ({ db, scope }, ids, form) => addEvidence(db, scope, ids.use, form)),
  )
  app.post(
    urls.resourceUseEnd.pattern,
    acts('end', forms.endingForm, 'resources.ended_done', ({ db, scope }, ids, form) => endUse(db, scope, ids.use, form)),
  )
  app.post(
    urls.resourceGenerations.pattern,
    acts('generate', forms.generationForm, 'resources.generated_done', ({ db, scope }, ids, form) =>
      generateResource(db, scope, ids.use, form),
    ),
  )
  app.post(
    urls.resourceRepurposings.pattern,
    acts('repurpose', forms.repurposingForm, 'resources.repurposed_done', ({ db, scope }, ids, form) =>
      repurposeResource(db, scope, ids.resource, form),
    ),
  )
  app.post(
    urls.resourceRepurposingOutcome.pattern,
    acts('outcome', forms.outcomeForm, 'resources.outcome_done', ({ db, scope }, ids, form) =>
      recordOutcome(db, scope, ids.repurposing, form),
    ),
  )
  app.post(
    urls.resourceRetirement.pattern,
    acts('retire', forms.retirementForm, 'resources.retired_done', ({ db, scope }, ids, form) =>
      retireResource(db, scope, ids.resource, form),
    ),
  )
}

type Ids = { resource: string; use: string; repurposing: string }

/** A form of the resource's page: checked, done, and back to the page; on a fault the page comes with the form as it was. */
function acts<Schema extends z.ZodType>(
  act: Act,
  schema: Schema,
  done: TextKey,
  run: (ctx: PlaceCtx, ids: Ids, form: z.output<Schema>) => Promise<unknown>,
) {
  return placePage(async (ctx) => {
    const ids = await idsOf(ctx)
    if (act === 'end') await refuseEnded(ctx, ids)
    const sent = ctx.form(schema)
    if (!sent.ok) return await showResource(ctx, { act, useId: ids.use, repurposingId: ids.repurposing, state: sent.form })
    await run(ctx, ids, sent.value)
    return ctx.go(ctx.at(urls.resource, { resource: ids.resource }), done)
  })
}

/** The ids of an address, each found to belong to the one before it: a use of another resource is not here. */
async function idsOf(ctx: PlaceCtx): Promise<Ids> {
  const optional = (name: string) => (ctx.c.req.param(name) ? ctx.id(name) : '')
  const ids = { resource: ctx.id('resource'), use: optional('use'), repurposing: optional('repurposing') }
  await findResource(ctx.db, ctx.scope, ctx.place, ids.resource)
  if (ids.use || ids.repurposing) requireParts(await findLife(ctx.db, ctx.scope, ids.resource), ids)
  return ids
}

/** A use that has ended shows no form any more, so it is refused before the form is read, and the refusal gives the words back. */
async function refuseEnded(ctx: PlaceCtx, ids: Ids): Promise<void> {
  const { uses } = await findLife(ctx.db, ctx.scope, ids.resource)
  const use = uses.find((one) => one.id === ids.use)
  refuse(use && whyNotEnd({ beganOn: use.beganOn, endedOn: use.ending?.endedOn ?? null }))
}

function requireParts(life: forms.Life, ids: Ids): void {
  if (ids.use && !life.uses.some((use) => use.id === ids.use)) notHere()
  if (ids.repurposing && !life.repurposings.some((one) => one.id === ids.repurposing)) notHere()
}

async function show(ctx: PlaceCtx): Promise<Response> {
  return await showResource(ctx, { act: ctx.query('do'), useId: ctx.query('use'), repurposingId: ctx.query('repurposing') })
}

async function showResource(ctx: PlaceCtx, opened: Opened): Promise<Response> {
  const { db, scope, place } = ctx
  const row = await findResource(db, scope, place, ctx.id('resource'))
  const life = await findLife(db, scope, row.id)
  const residences = await listResidences(db, scope, [row.id])
  const goals = await listGoalChoices(db, scope, { path: row.unitPath })
  const today = dayIn(scope.timeZone, scope.now)
  const period = periodOf(await listYears(db, scope), undefined, today)
  const languages = [scope.language, scope.mainLanguage]
  const facts = factsOf(life)
  const words = new Map(goals.map((goal) => [goal.id, inWords(goal.statement, languages)]))
  const served = goals.filter((goal) => !goal.closed || life.uses.some((use) => use.goalId === goal.id))
  const resource = { ...shownOf(row, residences, languages), state: stateOf(facts, period), marks: marksOf(facts, period) }
  const whyNot = whyNotsOf(ctx, row, life)
  const act = await actOf(ctx, {
    opened,
    life,
    goals: served.map((goal) => ({ value: goal.id, label: words.get(goal.id) ?? '' })),
    today,
    whyNot,
  })
  const content = h(ResourcePage, {
    resource,
    life,
    languages,
    goals: words,
    whyNot,
    act,
    when: period.year?.name ?? ctx.text('resources.last_twelve_months'),
    byGoal: served.map((goal) => ({ goal: words.get(goal.id) ?? '', state: stateOf(facts, period, goal.id) })),
  })
  const crumbs = [{ label: ctx.text('resources.title'), href: ctx.at(urls.resources) }, { label: resource.name }]
  return await ctx.show(content, { title: resource.name, status: opened.state ? 422 : 200, crumbs, help: 'resources.resource_help' })
}

type WhyNot = { use?: string; change?: string; retire?: string; recognize?: string }

function whyNotsOf(ctx: PlaceCtx, row: { unitPath: string[] }, life: forms.Life): WhyNot {
  const at = { path: row.unitPath }
  const retired = { retiredOn: life.retirement?.retiredOn ?? null, runningUses: life.uses.filter((use) => !use.ending).length }
  const use = whyNotMay(ctx.scope, 'resource.use', at) ?? whyNotWhenRetired(retired)
  return {
    use,
    change: whyNotMay(ctx.scope, 'resource.change', at) ?? whyNotWhenRetired(retired),
    retire: whyNotMay(ctx.scope, 'resource.retire', at) ?? whyNotRetire(retired),
    recognize: use ?? whyNotRecognize(life.recognitions, ctx.scope.personId),
  }
}

type Choice = { value: string; label: string }

type Acting = { opened: Opened; life: forms.Life; goals: Choice[]; today: string; whyNot: WhyNot }

/** The form that the address asks for, if there is such a thing to be done. */
async function actOf(ctx: PlaceCtx, acting: Acting): Promise<{ title: string; form: ComponentChild } | undefined> {
  const { opened } = acting
  const people = opened.act === 'use' || opened.act === 'repurpose' ? await listPeopleBelow(ctx.db, ctx.scope, ctx.place) : []
  const form = formOf(
    ctx,
    acting,
    people.map((one) => ({ value: one.id, label: one.name })),
  )
  const title = `resources.act_${opened.act}`
  return form && isTextKey(title) ? { title: ctx.text(title), form } : undefined
}

function formOf(ctx: PlaceCtx, { opened, life, goals, today, whyNot }: Acting, people: Choice[]): ComponentChild | undefined {
  const common = { resourceId: ctx.id('resource'), today, state: opened.state }
  const use = life.uses.find((one) => one.id === opened.useId)
  const repurposing = life.repurposings.find((one) => one.id === opened.repurposingId)
  const running = life.uses.filter((one) => !one.ending)
  if (opened.act === 'use') return h(UseForm, { ...common, goals, people, whyNot: whyNot.use })
  if (opened.act === 'recognize') return h(RecognitionForm, { ...common, whyNot: whyNot.recognize })
  if (opened.act === 'repurpose') return h(RepurposingForm, { ...common, goals, people, whyNot: whyNot.use, purpose: running[0]?.purpose })
  if (opened.act === 'retire') return h(RetirementForm, { ...common, whyNot: whyNot.retire })
  if (opened.act === 'outcome' && repurposing) return h(OutcomeForm, { ...common, repurposingId: repurposing.id, whyNot: whyNot.use })
  if (!use) return undefined
  if (opened.act === 'evidence') return h(EvidenceForm, { ...common, useId: use.id, whyNot: whyNot.use })
  if (opened.act === 'end' && !use.ending) return h(EndingForm, { ...common, useId: use.id, whyNot: whyNot.use })
  const others = running.filter((one) => one.id !== use.id).map((one) => ({ value: one.id, label: one.purpose }))
  if (opened.act === 'generate') return h(GenerationForm, { ...common, useId: use.id, otherUses: others, whyNot: whyNot.use })
  return undefined
}
