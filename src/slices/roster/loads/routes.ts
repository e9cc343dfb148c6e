import { h } from 'preact'
import { csvOf } from '../../../platform/csv.ts'
import { Problem } from '../../../platform/problem.ts'
import { urls } from '../../../urls.ts'
import type { FormState } from '../../../web/form.ts'
import type { Ctx } from '../../../web/context.ts'
import { foundIn } from '../defects/rules.ts'
import { listSchoolLeads } from '../leaders/queries.ts'
import { listProposals } from '../proposals/queries.ts'
import { applyRoster, previewRoster } from './commands.ts'
import { LoadPage } from './load-page.tsx'
import { findLoad, listLoads } from './queries.ts'
import { RosterPage } from './roster-page.tsx'
import { applicationForm, uploadForm } from './schema.ts'
import type { ToDecide } from './schema.ts'

export async function showRoster(ctx: Ctx, state?: FormState): Promise<Response> {
  const props = { loads: await listLoads(ctx.db, ctx.scope), toDecide: await countToDecide(ctx), state }
  return await ctx.show(h(RosterPage, props), { title: ctx.text('roster.title'), status: state && 422 })
}

async function countToDecide({ db, scope }: Ctx): Promise<ToDecide> {
  const leads = await listSchoolLeads(db, scope)
  const proposals = await listProposals(db, scope)
  return { schoolsWithoutLeader: leads.filter((school) => school.principals.length === 0).length, proposals: proposals.length }
}

const LONGEST_NAME = 200

export async function upload(ctx: Ctx): Promise<Response> {
  const sent = ctx.form(uploadForm)
  if (!sent.ok) return await showRoster(ctx, sent.form)
  const { file, students } = sent.value
  const bytes = Buffer.from(await file.arrayBuffer())
  const fileName = file.name
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(0, LONGEST_NAME)
    .toWellFormed()
  try {
    const id = await previewRoster(ctx.db, ctx.scope, { fileName, bytes, withStudents: students === 'yes' })
    return ctx.go(ctx.at(urls.rosterLoad, { load: id }))
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.status !== 422) throw cause
    return await showRoster(ctx, { values: {}, errors: { file: ctx.text('roster.bad_archive', cause.values) } })
  }
}

export async function showLoad(ctx: Ctx, state?: FormState): Promise<Response> {
  const load = await findLoad(ctx.db, ctx.scope, ctx.id('load'))
  const toDecide = await countToDecide(ctx)
  return await ctx.show(h(LoadPage, { load, toDecide, state }), { title: load.fileName, status: state && 422 })
}

export async function apply(ctx: Ctx): Promise<Response> {
  const sent = ctx.form(applicationForm)
  if (!sent.ok) return await showLoad(ctx, sent.form)
  try {
    const done = await applyRoster(ctx.db, ctx.scope, ctx.id('load'), sent.value.ends)
    return ctx.go(ctx.at(urls.rosterLoad, { load: ctx.id('load') }), done === 'applied' ? 'roster.applied_done' : 'roster.previewed_again')
  } catch (cause) {
    if (!(cause instanceof Problem) || cause.reason !== 'roster.confirm_ends') throw cause
    return await confirmFirst(ctx, cause)
  }
}

/** The number was missing or wrong: the form comes back and says which it is. */
async function confirmFirst(ctx: Ctx, problem: Problem): Promise<Response> {
  const ends = ctx.body['ends']
  const state = {
    values: { ends: typeof ends === 'string' ? ends : '' },
    errors: { ends: ctx.text('roster.confirm_ends', problem.values) },
  }
  return await showLoad(ctx, state)
}

export async function report(ctx: Ctx): Promise<Response> {
  const { preview, fileName } = await findLoad(ctx.db, ctx.scope, ctx.id('load'))
  const header = ['file', 'row', 'column', 'code', 'severity', 'expected', 'found'] as const
  const rows = preview.defects.map((defect) => [
    defect.file,
    defect.row,
    defect.column,
    defect.code,
    defect.severity,
    defect.expected,
    foundIn(defect),
  ])
  const name = `${fileName.replace(/\.zip$/i, '').replace(/[^\w.-]+/g, '-')}-report.csv`
  return ctx.c.body(csvOf(header, rows), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}
