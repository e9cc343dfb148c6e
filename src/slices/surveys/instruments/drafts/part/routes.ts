import { h } from 'preact'
import { notHere, refuse } from '../../../../../platform/problem.ts'
import { urls } from '../../../../../urls.ts'
import type { App } from '../../../../../web/app-type.ts'
import type { PlaceCtx } from '../../../../../web/context.ts'
import { type FormState, refusedForm } from '../../../../../web/form.ts'
import { placePage } from '../../../../../web/page.tsx'
import { whyNotRun } from '../../../rules.ts'
import { addPart, changeDraft, changePart, type Seen } from '../commands.ts'
import { findDraft } from '../queries.ts'
import { withAnswersFollowed } from '../conditions/answers/rules.ts'
import { chosenNext, deciding } from '../conditions/rules.ts'
import { partFrom, whyNotRewrite, whyNotWrite, withChanged, withCondition, withMoved, without } from '../rules.ts'
import { conditionForm, type Draft, moveForm, partForm, partNewForm, versionForm } from '../schema.ts'
import { PartPage } from './part-page.tsx'

/** The parts of a questionnaire that is being built. */
export function partRoutes(app: App): void {
  app.post(urls.instrumentDraftParts.pattern, placePage(add))
  app.get(
    urls.instrumentDraftPart.pattern,
    placePage(async (ctx) => await showPart(ctx, await openPart(ctx))),
  )
  app.post(urls.instrumentDraftPart.pattern, placePage(write))
  app.post(urls.instrumentDraftCondition.pattern, placePage(setCondition))
  app.post(urls.instrumentDraftMove.pattern, placePage(move))
  app.post(urls.instrumentDraftPartRemoval.pattern, placePage(remove))
}

/** The draft of an address, for those who may build here; for others of the place, the reason why not. */
export async function openDraft(ctx: PlaceCtx): Promise<Draft> {
  const draft = await findDraft(ctx.db, ctx.scope, ctx.place, ctx.id('draft'))
  refuse(whyNotRun(ctx.scope, ctx.place))
  return draft
}

/** What of a form that is nothing but a button came back broken. */
export function seenOf(draft: Draft, version: number): Seen {
  return { id: draft.id, version }
}

async function openPart(ctx: PlaceCtx) {
  const draft = await openDraft(ctx)
  const key = ctx.c.req.param('part')
  const scale = draft.document.scales.find((one) => one.key === key) ?? notHere()
  return { draft, scale }
}

async function showPart(ctx: PlaceCtx, { draft, scale }: Awaited<ReturnType<typeof openPart>>, form?: FormState): Promise<Response> {
  const candidates = deciding(draft.document, scale.key)
  const of = ctx.query('of') ?? scale.when?.item
  const decides = candidates.find(({ item }) => item.key === of)
  const chosen = new Map(scale.items.flatMap(({ key }) => (ctx.query(asking(key)) ? [[key, ctx.query(asking(key)) ?? ''] as const] : [])))
  const title = ctx.text('surveys.builder_part_title')
  const crumbs = [
    { label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) },
    { label: ctx.text('surveys.builder_title'), href: ctx.at(urls.instrumentDraft, { draft: draft.id }) },
    { label: title },
  ]
  const page = h(PartPage, { draft, scale, candidates, decides, chosen, form })
  return await ctx.show(page, { title, crumbs, ...(form ? { status: 422 } : {}) })
}

async function add(ctx: PlaceCtx): Promise<Response> {
  const draft = await openDraft(ctx)
  const sent = ctx.form(partNewForm)
  if (!sent.ok) return ctx.go(ctx.at(urls.instrumentDraft, { draft: draft.id }))
  const part = await addPart(ctx.db, ctx.scope, ctx.place, seenOf(draft, sent.value.version), sent.value.kind)
  return ctx.go(ctx.at(urls.instrumentDraftPart, { draft: draft.id, part }))
}

async function write(ctx: PlaceCtx): Promise<Response> {
  const { draft, scale } = await openPart(ctx)
  refuse(whyNotRewrite(scale))
  const sent = ctx.form(partForm)
  if (!sent.ok) return await showPart(ctx, { draft, scale }, sent.form)
  const fault = whyNotWrite(draft.document, scale, sent.value)
  if (fault) return await showPart(ctx, { draft, scale }, refusedForm(ctx, fault))
  await changePart(ctx.db, ctx.scope, ctx.place, { ...seenOf(draft, sent.value.version), part: scale.key }, (document, one) => {
    refuse(whyNotRewrite(one))
    const part = partFrom(document, one, sent.value)
    return withAnswersFollowed(withChanged(document, one.key, part), one, part)
  })
  const next = chosenNext(scale, partFrom(draft.document, scale, sent.value), sent.value)
  const query = Object.fromEntries(next.map(({ item, of }) => [asking(item), of]))
  const here = ctx.at(urls.instrumentDraftPart, { draft: draft.id, part: scale.key }, query)
  return next[0] ? ctx.go(`${here}#only-${next[0].item}`, 'surveys.builder_when_next') : ctx.go(here, 'surveys.builder_saved')
}

/** Which part of the address says that another question was chosen to decide who is asked this one. */
function asking(question: string): string {
  return `of.${question}`
}

async function setCondition(ctx: PlaceCtx): Promise<Response> {
  const { draft, scale } = await openPart(ctx)
  const sent = ctx.form(conditionForm)
  if (!sent.ok) return await showPart(ctx, { draft, scale }, sent.form)
  await changePart(ctx.db, ctx.scope, ctx.place, { ...seenOf(draft, sent.value.version), part: scale.key }, (document, one) =>
    withCondition(document, one, sent.value),
  )
  return ctx.go(ctx.at(urls.instrumentDraftPart, { draft: draft.id, part: scale.key }), 'surveys.builder_saved')
}

async function move(ctx: PlaceCtx): Promise<Response> {
  const { draft, scale } = await openPart(ctx)
  const sent = ctx.form(moveForm)
  if (sent.ok) {
    const { direction, version } = sent.value
    await changeDraft(ctx.db, ctx.scope, ctx.place, seenOf(draft, version), (document) => withMoved(document, scale.key, direction))
  }
  return ctx.go(ctx.at(urls.instrumentDraft, { draft: draft.id }))
}

async function remove(ctx: PlaceCtx): Promise<Response> {
  const { draft, scale } = await openPart(ctx)
  const sent = ctx.form(versionForm)
  if (sent.ok)
    await changeDraft(ctx.db, ctx.scope, ctx.place, seenOf(draft, sent.value.version), (document) => without(document, scale.key))
  return ctx.go(ctx.at(urls.instrumentDraft, { draft: draft.id }))
}
