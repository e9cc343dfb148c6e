import { h } from 'preact'
import { csvOf } from '../../../platform/csv.ts'
import { whyNotMay } from '../../../access/policy.ts'
import type { TextKey } from '../../../messages/text.ts'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { FormState } from '../../../web/form.ts'
import type { Ctx, PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { addResource, moveResource } from '../commands.ts'
import { findTray } from '../finder/queries.ts'
import { hasSomething, toldTray } from '../finder/telling/rules.ts'
import { findResource, listPeopleBelow, listUnitsBelow } from '../queries.ts'
import { inWords } from '../rules.ts'
import { entryForm, type Kind, moveForm } from '../schema.ts'
import { BoardPage } from './board-page.tsx'
import { PrintPage } from './print-page.tsx'
import { type Board, countBySchool, findBoard, keepsForOthers } from './queries.ts'
import { chosenBy, countedBySchool, csvRowsOf, keptOf, leaningOf, quadrantsOf, sorted, viewOf } from './rules.ts'
import type { View } from './schema.ts'
import { TablePage } from './table-page.tsx'

export function boardRoutes(app: App): void {
  app.get(urls.resources.pattern, placePage(showBoard))
  app.post(urls.resources.pattern, placePage(addFromBoard))
  app.post(urls.resourceOrder.pattern, placePage(moveOnBoard))
  app.get(urls.resourcesTable.pattern, placePage(showTable))
  app.get(urls.resourcesCsv.pattern, placePage(downloadCsv))
  app.get(urls.resourcesPrint.pattern, placePage(showPrint))
}

async function showBoard(ctx: PlaceCtx): Promise<Response> {
  return await boardWith(ctx, viewOf(ctx.c.req.query()))
}

async function addFromBoard(ctx: PlaceCtx): Promise<Response> {
  const view = viewOf(ctx.body)
  const sent = ctx.form(entryForm)
  const kind = entryForm.shape.kind.safeParse(ctx.body['kind']).data
  if (!sent.ok) return await boardWith(ctx, view, { added: { kind, form: sent.form } })
  await addResource(ctx.db, ctx.scope, ctx.place.id, sent.value)
  const { state: _, ...kept } = keptOf(view)
  // To the entry line itself: where an address names a part of the page, browsers pass over autofocus.
  return ctx.go(`${ctx.at(urls.resources, {}, { ...kept, added: sent.value.kind })}#add-${sent.value.kind}-name`, 'resources.added_done')
}

async function moveOnBoard(ctx: PlaceCtx): Promise<Response> {
  const view = viewOf(ctx.body)
  const sent = ctx.form(moveForm)
  if (!sent.ok) return await boardWith(ctx, viewOf({ ...ctx.body, move: ctx.body['resource'] }), { moved: sent.form })
  await findResource(ctx.db, ctx.scope, ctx.place, sent.value.resource)
  await moveResource(ctx.db, ctx.scope, sent.value)
  return ctx.go(`${ctx.at(urls.resources, {}, keptOf(view))}#r-${sent.value.resource}`, 'resources.moved_done')
}

async function showTable(ctx: PlaceCtx): Promise<Response> {
  const view = viewOf(ctx.c.req.query())
  const board = await findBoard(ctx.db, ctx.scope, ctx.place, view)
  const frame = await frameOf(ctx, board, view)
  const cards = sorted(chosenBy({ ...view, state: view.state }, board.cards), view)
  return await ctx.show(h(TablePage, { ...frame, placeName: ctx.place.name, view, cards }), { title: ctx.text('resources.table_title') })
}

async function showPrint(ctx: PlaceCtx): Promise<Response> {
  const view = viewOf(ctx.c.req.query())
  const board = await findBoard(ctx.db, ctx.scope, ctx.place, view)
  const { told, goals } = await frameOf(ctx, board, view)
  const quadrants = quadrantsOf(chosenBy(view, board.cards))
  return await ctx.show(h(PrintPage, { placeName: ctx.place.name, quadrants, told, goals }), { title: ctx.text('resources.title') })
}

async function downloadCsv(ctx: PlaceCtx): Promise<Response> {
  const view = viewOf(ctx.c.req.query())
  const board = await findBoard(ctx.db, ctx.scope, ctx.place, view)
  const { goals } = await frameOf(ctx, board, view)
  const [header = [], ...rows] = csvRowsOf(sorted(chosenBy(view, board.cards), view), goals, ctx.text)
  const name = `${ctx.place.slug}-resources.csv`
  // Excel reads UTF-8 by the mark at its beginning.
  return new Response(`\uFEFF${csvOf(header.map(String), rows)}`, {
    headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
  })
}

/** What was sent and not accepted, to come back as it was. */
type Refused = { added?: { kind: Kind | undefined; form: FormState }; moved?: FormState }

async function boardWith(ctx: PlaceCtx, view: View, refused?: Refused): Promise<Response> {
  const { db, scope, place } = ctx
  const board = await findBoard(db, scope, place, view)
  const frame = await frameOf(ctx, board, view)
  const chosen = chosenBy(view, board.cards)
  const leaningOn = view.goal ?? board.goals.find((goal) => !goal.closed)?.id
  const goal = leaningOn && frame.goals.get(leaningOn)
  const tray = await findTray(db, scope, place)
  const schools = keepsForOthers(place) ? countedBySchool(await countBySchool(db, scope, place)) : []
  const whyNotChange = whyNotMay(scope, 'resource.change', place)
  const content = h(BoardPage, {
    ...frame,
    placeName: place.name,
    view,
    quadrants: quadrantsOf(chosen),
    entry: { whyNot: whyNotMay(scope, 'resource.add', place), ...refused?.added },
    canMove: whyNotChange === undefined,
    moving: movingOf(board, view, { whyNot: whyNotChange, state: refused?.moved }),
    tray: tray && hasSomething(tray) ? toldTray(scope.language, tray, whyNotMay(scope, 'finding.decide', place)) : undefined,
    leaning: goal && leaningOn ? { goal, counts: leaningOf(board.cards, leaningOn) } : undefined,
    schools,
  })
  return await ctx.show(content, { title: ctx.text('resources.title'), status: refused ? 422 : 200, help: 'resources.board_help' })
}

/** What all views of the same resources share: the choices of the filter, the goals' words, and what is told. */
export async function frameOf(ctx: PlaceCtx, board: Pick<Board, 'goals' | 'years' | 'period'>, view: View) {
  const { db, scope, place } = ctx
  const goals = new Map(board.goals.map((goal) => [goal.id, inWords(goal.statement, [scope.language, scope.mainLanguage])]))
  const isOpen = view.choose === 'yes'
  const choose = (rows: { id: string; name: string }[]) => rows.map((row) => ({ value: row.id, label: row.name }))
  const choices = isOpen && {
    goals: [...goals].map(([value, label]) => ({ value, label: shortened(label) })),
    years: choose(board.years),
    units: choose(await listUnitsBelow(db, scope, place)),
    people: choose(await listPeopleBelow(db, scope, place)),
  }
  return { goals, choices: choices || undefined, told: toldIn(ctx, board, view.goal && goals.get(view.goal)) }
}

/** For which goal and when states are told, in one sentence. */
function toldIn(ctx: Pick<Ctx, 'text'>, { period }: Pick<Board, 'period'>, goal: string | undefined): string {
  const when = period.year ? period.year.name : ctx.text('resources.last_twelve_months')
  const key: TextKey = goal ? 'resources.told_for_goal' : 'resources.told_for_any'
  return ctx.text(key, { goal: shortened(goal ?? ''), when })
}

const LONGEST_CHOICE = 80

function shortened(text: string): string {
  return text.length > LONGEST_CHOICE ? `${text.slice(0, LONGEST_CHOICE - 1).trimEnd()}…` : text
}

function movingOf(board: Board, view: View, given: { whyNot: string | undefined; state: FormState | undefined }) {
  const card = board.cards.find((one) => one.id === view.move)
  if (!card) return undefined
  const neighbours = board.cards.filter((one) => one.kind === card.kind && one.id !== card.id && one.state !== 'retired')
  const groups = [...new Set(board.cards.map((one) => one.groupLabel).filter(Boolean))]
  return { groups, neighbours: neighbours.map((one) => ({ value: one.id, label: one.name })), ...given }
}
