import { h } from 'preact'
import { csvOf } from '../../../../platform/csv.ts'
import { Problem, refuse } from '../../../../platform/problem.ts'
import { whyNotMay } from '../../../../access/policy.ts'
import { isTextKey } from '../../../../messages/text.ts'
import { urls } from '../../../../urls.ts'
import type { PlaceCtx } from '../../../../web/context.ts'
import type { FormState } from '../../../../web/form.ts'
import { choicesForm } from '../columns/schema.ts'
import { listNumberedSchools } from '../identifiers/queries.ts'
import { listEditions, listSources } from '../queries.ts'
import { timeOf } from '../rules.ts'
import { showSources } from '../sources/routes.ts'
import { applyLoad, chooseColumns, handInFile } from './commands.ts'
import { LoadPage } from './load-page.tsx'
import { findLoad, readLoad } from './queries.ts'
import { countsOf, spreadsOf, whyNotApply } from './rules.ts'
import { applicationForm, type OutsideLoad, type Preview, type ReadFile, uploadForm } from './schema.ts'

const LONGEST_NAME = 200

export async function handIn(ctx: PlaceCtx): Promise<Response> {
  refuse(whyNotMay(ctx.scope, 'outside.load', ctx.place))
  const sent = ctx.form(uploadForm)
  if (!sent.ok) return await showSources(ctx, sent.form)
  const { file } = sent.value
  const bytes = new Uint8Array(await file.arrayBuffer())
  const fileName = file.name
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
  try {
    const load = await handInFile(ctx.db, ctx.scope, ctx.place, { fileName: fileName || 'scores.csv', bytes })
    return ctx.go(ctx.at(urls.outsideLoad, { load }))
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.status !== 422 || !isTextKey(cause.reason)) throw cause
    return await showSources(ctx, { values: {}, errors: { file: ctx.text(cause.reason, cause.values) } })
  }
}

export async function showLoad(ctx: PlaceCtx, state?: FormState): Promise<Response> {
  const { db, scope, place } = ctx
  const load = await findLoad(db, scope, place, ctx.id('load'))
  refuse(whyNotMay(scope, 'outside.load', place))
  const preview = await previewOf(ctx, load, await readLoad(db, scope, load))
  const sources = await listSources(db, scope, place)
  const publishers = [...new Set(sources.map((source) => source.publisher))]
  const names = [...new Set(sources.map((source) => source.name))]
  const page = h(LoadPage, { load, preview, publishers, names, state })
  return await ctx.show(page, { title: load.fileName, help: 'measures.outside_help', ...(state ? { status: 422 } : {}) })
}

async function previewOf({ db, scope, place }: PlaceCtx, load: OutsideLoad, read: ReadFile): Promise<Preview> {
  const schools = await listNumberedSchools(db, scope, place)
  const names = new Map(schools.map((school) => [school.id, school.name]))
  const ours = read.schools.filter((school) => school.unitId !== null)
  const named = new Set(ours.map((school) => school.unitId))
  return {
    counts: countsOf(read),
    spreads: spreadsOf(load.choices, read),
    matched: ours.map(({ row, identifier, name, unitId, by }) => ({
      row,
      by,
      school: names.get(unitId ?? '') ?? '',
      told: [identifier, name].filter(Boolean).join(' · '),
    })),
    absent: schools.filter((school) => !named.has(school.id)).map((school) => school.name),
    defects: read.defects,
    replaces: await replacedBy({ db, scope, place }, load),
    whyNotApply: whyNotApply(load.choices, read),
  }
}

/** The time for which something of the same source stands already. */
async function replacedBy({ db, scope, place }: Pick<PlaceCtx, 'db' | 'scope' | 'place'>, load: OutsideLoad): Promise<string | undefined> {
  const { name, publisher, year, period } = load.choices
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
  const sources = await listSources(db, scope, place)
  const source = sources.find((one) => one.unitId === place.id && same(one.name, name) && same(one.publisher, publisher))
  const editions = source ? await listEditions(db, scope, [source.id]) : []
  const edition = editions.find((one) => one.isCurrent && one.year === year && same(one.period, period))
  return edition && timeOf(edition)
}

export async function choose(ctx: PlaceCtx): Promise<Response> {
  const load = await findLoad(ctx.db, ctx.scope, ctx.place, ctx.id('load'))
  const sent = ctx.form(choicesForm)
  if (!sent.ok) return await showLoad(ctx, sent.form)
  await chooseColumns(ctx.db, ctx.scope, ctx.place, load.id, sent.value)
  return ctx.go(`${ctx.at(urls.outsideLoad, { load: load.id })}#preview`)
}

export async function apply(ctx: PlaceCtx): Promise<Response> {
  const load = await findLoad(ctx.db, ctx.scope, ctx.place, ctx.id('load'))
  const sent = ctx.form(applicationForm)
  if (!sent.ok) return await showLoad(ctx, sent.form)
  const { sourceId, isNew } = await applyLoad(ctx.db, ctx.scope, ctx.place, load.id, sent.value.version)
  return ctx.go(ctx.at(urls.outsideSource, { source: sourceId }), isNew ? 'measures.outside_loaded' : 'measures.outside_nothing_new')
}

export async function report(ctx: PlaceCtx): Promise<Response> {
  const { db, scope, place } = ctx
  const load = await findLoad(db, scope, place, ctx.id('load'))
  refuse(whyNotMay(scope, 'outside.load', place))
  const { defects } = await readLoad(db, scope, load)
  const rows = defects.map(({ row, column, code, expected, found }) => [
    row,
    column,
    code,
    ctx.text(`measures.outside_defect_${code}`, { expected }),
    found,
  ])
  const name = `${load.fileName.replace(/\.\w+$/, '').replace(/[^\w.-]+/g, '-')}-left-out.csv`
  return ctx.c.body(csvOf(['row', 'column', 'code', 'expected', 'found'], rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}
