import { h } from 'preact'
import { verifyEvents } from '../../access/event-chain.ts'
import { found } from '../../platform/problem.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import type { Ctx } from '../../web/context.ts'
import { page } from '../../web/page.tsx'
import { mustManage } from '../organizations/places/queries.ts'
import { OperationsPage } from './operations-page.tsx'
import type { ChainState } from './schema.ts'

export function operationRoutes(app: App): void {
  app.get(
    urls.operations.pattern,
    page((ctx) => show(ctx)),
  )
  app.post(urls.operationsVerification.pattern, page(verify))
  app.post(urls.operationsRetry.pattern, page(retry))
}

async function show(ctx: Ctx, chain?: ChainState): Promise<Response> {
  mustManage(ctx.scope)
  const failed = await ctx.deps.jobs.deadLetters.of(ctx.scope.tenantId)
  return await ctx.show(h(OperationsPage, { failed, chain }), { title: ctx.text('operations.title') })
}

async function verify(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  return await show(ctx, await verifyEvents(ctx.db, ctx.scope))
}

async function retry(ctx: Ctx): Promise<Response> {
  mustManage(ctx.scope)
  found((await ctx.deps.jobs.deadLetters.retry(ctx.scope.tenantId, ctx.id('job'))) || undefined)
  return ctx.go(ctx.at(urls.operations), 'operations.retried')
}
