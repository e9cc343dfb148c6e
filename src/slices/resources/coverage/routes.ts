import { h } from 'preact'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { PlaceCtx } from '../../../web/context.ts'
import { placePage } from '../../../web/page.tsx'
import { findBoard } from '../board/queries.ts'
import { viewOf } from '../board/rules.ts'
import { listPeopleBelow } from '../queries.ts'
import { inWords } from '../rules.ts'
import { CoveragePage } from './coverage-page.tsx'
import { countGeneratedByGoal } from './queries.ts'
import { coverageOf, personLoads, structureLoads } from './rules.ts'
import type { CountCommitments } from './schema.ts'

export function coverageRoutes(app: App, countCommitments: CountCommitments | undefined): void {
  app.get(
    urls.resourcesCoverage.pattern,
    placePage(async (ctx) => await showCoverage(ctx, countCommitments)),
  )
}

async function showCoverage(ctx: PlaceCtx, countCommitments: CountCommitments | undefined): Promise<Response> {
  const { db, scope, place } = ctx
  const view = viewOf(ctx.c.req.query())
  const board = await findBoard(db, scope, place, view)
  const languages = [scope.language, scope.mainLanguage]
  const open = board.goals.filter((goal) => !goal.closed)
  const generated = await countGeneratedByGoal(
    db,
    scope,
    open.map((goal) => goal.id),
    board.period,
  )
  const people = await listPeopleBelow(db, scope, place)
  const counted = countCommitments ? await countCommitments(db, scope, place) : []
  const cards = board.cards.filter((card) => card.state !== 'retired')
  const content = h(CoveragePage, {
    goals: new Map(open.map((goal) => [goal.id, inWords(goal.statement, languages)])),
    coverage: coverageOf(
      open.map((goal) => goal.id),
      cards,
      generated,
    ),
    unused: cards.filter((card) => card.goalIds.length === 0).length,
    structures: structureLoads(cards, board.uses, board.period),
    people: personLoads({
      cards,
      uses: board.uses,
      period: board.period,
      names: new Map(people.map((one) => [one.id, one.name])),
      commitments: new Map(counted.map((one) => [one.personId, one.count])),
    }),
    withCommitments: countCommitments !== undefined,
    when: board.period.year?.name ?? ctx.text('resources.last_twelve_months'),
    year: view.year,
  })
  return await ctx.show(content, { title: ctx.text('resources.coverage_title'), help: 'resources.coverage_help' })
}
