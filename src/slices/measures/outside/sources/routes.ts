import { h } from 'preact'
import { found } from '../../../../platform/problem.ts'
import { whyNotMay } from '../../../../access/policy.ts'
import { urls } from '../../../../urls.ts'
import type { PlaceCtx } from '../../../../web/context.ts'
import type { FormState } from '../../../../web/form.ts'
import { withdrawEdition } from '../editions/commands.ts'
import { listLoads } from '../loads/queries.ts'
import { whyNotLoadAt } from '../loads/rules.ts'
import { findSource, listDistributions, listEditions, listScores, listSources, listUnknownSchools } from '../queries.ts'
import type { OutsideGlance } from '../parts/own-scores.tsx'
import { inOrder, seriesOf } from '../rules.ts'
import type { Distribution, SchoolScores } from '../schema.ts'
import { ScorePage } from '../score-page.tsx'
import { SourcePage } from '../source-page.tsx'
import { SourcesPage } from '../sources-page.tsx'

/** What others compute about a place, for the page of its own measures. */
export async function glanceAtOutside({ db, scope, place }: PlaceCtx): Promise<OutsideGlance> {
  const sources = await listSources(db, scope, place)
  const ids = sources.map((source) => source.id)
  const editions = (await listEditions(db, scope, ids)).filter((edition) => edition.isCurrent)
  const editionIds = editions.map((edition) => edition.id)
  const rows = ownRows(await listScores(db, scope, place, editionIds), place)
  const distributions = rows.length > 0 ? await listDistributions(db, scope, editionIds) : []
  const canBring = !(whyNotMay(scope, 'outside.load', place) ?? whyNotLoadAt(place))
  return { school: place.name, series: seriesOf({ sources, editions, distributions, rows }), sources: sources.length, canBring }
}

const UNKNOWN_SHOWN = 2000

export async function showSources(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const sources = await listSources(db, scope, place)
  const editions = await listEditions(
    db,
    scope,
    sources.map((source) => source.id),
  )
  const whyNot = whyNotMay(scope, 'outside.load', place)
  const page = h(SourcesPage, {
    sources: sources.map((source) => ({ source, editions: editions.filter((edition) => edition.sourceId === source.id) })),
    waiting: whyNot ? [] : await listLoads(db, scope, place),
    whyNotLoad: whyNot ?? whyNotLoadAt(place),
    form,
  })
  return await ctx.show(page, {
    title: ctx.text('measures.outside_title'),
    help: 'measures.outside_help',
    ...(form ? { status: 422 } : {}),
  })
}

export async function showSource(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const source = await findSource(db, scope, place, ctx.id('source'))
  const editions = await listEditions(db, scope, [source.id])
  const current = editions.filter((one) => one.isCurrent)
  const edition = current.find((one) => one.id === ctx.query('edition')) ?? current[0]
  const shown = edition ? [edition.id] : []
  const distributions = await listDistributions(db, scope, shown)
  const sorting = sortingOf(ctx, distributions)
  const position = distributions.find((one) => one.measureId === sorting.by)?.position
  const page = h(SourcePage, {
    place,
    source,
    edition,
    editions,
    distributions,
    sorting,
    rows: inOrder(await listScores(db, scope, place, shown), position, sorting.descending),
    unknown: edition && source.unitId === place.id ? await listUnknownSchools(db, scope, edition.id, UNKNOWN_SHOWN) : [],
    whyNotLoad: whyNotMay(scope, 'outside.load', place) ?? whyNotLoadAt(place),
  })
  return await ctx.show(page, { title: source.name, help: 'measures.outside_help' })
}

function sortingOf(ctx: PlaceCtx, distributions: readonly Distribution[]) {
  const by = distributions.find((one) => one.measureId === ctx.query('sort'))?.measureId
  return { by, descending: ctx.query('order') === 'down' }
}

export async function showScore(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const source = await findSource(db, scope, place, ctx.id('source'))
  const editions = (await listEditions(db, scope, [source.id])).filter((one) => one.isCurrent)
  const ids = editions.map((edition) => edition.id)
  const distributions = (await listDistributions(db, scope, ids)).filter((one) => one.measureId === ctx.id('score'))
  const rows = await listScores(db, scope, place, ids)
  const own = seriesOf({ sources: [source], editions, distributions, rows: ownRows(rows, place) })[0]
  const newest = own?.points.at(-1)
  // A school shows its newest year; the places above it the newest of the source.
  const edition = found(
    editions.find((one) => (newest ? one.id === newest.edition.id : distributions.some((two) => two.editionId === one.id))),
  )
  const among = found(distributions.find((one) => one.editionId === edition.id))
  const shown = rows.filter((row) => row.editionId === edition.id)
  const page = h(ScorePage, { place, source, edition, among, name: among.name, rows: shown, points: own?.points ?? [] })
  return await ctx.show(page, { title: among.name, help: 'measures.outside_help' })
}

export async function withdraw(ctx: PlaceCtx): Promise<Response> {
  const ids = { source: ctx.id('source'), edition: ctx.id('edition') }
  await withdrawEdition(ctx.db, ctx.scope, ctx.place, ids)
  return ctx.go(`${ctx.at(urls.outsideSource, { source: ids.source })}#record`, 'measures.outside_withdrawn')
}

/** Of a school's departments and teams nobody publishes anything: only the place itself counts. */
function ownRows(rows: readonly SchoolScores[], place: { id: string }): SchoolScores[] {
  return rows.filter((row) => row.unitId === place.id)
}
