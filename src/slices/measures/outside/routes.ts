import type { App } from '../../../web/app-type.ts'
import { placePage } from '../../../web/page.tsx'
import { urls } from '../../../urls.ts'
import { giveIdentifiers, showIdentifiers, takeAway } from './identifiers/routes.ts'
import { apply, choose, handIn, report, showLoad } from './loads/routes.ts'
import { showScore, showSource, showSources, withdraw } from './sources/routes.ts'

/** Scores of schools that somebody else computes. Fixed words come before what an id may stand for. */
export function outsideRoutes(app: App): void {
  app.get(
    urls.outsideSources.pattern,
    placePage((ctx) => showSources(ctx)),
  )
  app.post(urls.outsideSources.pattern, placePage(handIn))
  app.get(
    urls.outsideIdentifiers.pattern,
    placePage((ctx) => showIdentifiers(ctx)),
  )
  app.post(urls.outsideIdentifiers.pattern, placePage(giveIdentifiers))
  app.post(urls.outsideIdentifierRemoval.pattern, placePage(takeAway))
  app.get(
    urls.outsideLoad.pattern,
    placePage((ctx) => showLoad(ctx)),
  )
  app.post(urls.outsideLoad.pattern, placePage(choose))
  app.get(urls.outsideLoadReport.pattern, placePage(report))
  app.post(urls.outsideLoadApplication.pattern, placePage(apply))
  app.get(urls.outsideSource.pattern, placePage(showSource))
  app.get(urls.outsideScore.pattern, placePage(showScore))
  app.post(urls.outsideWithdrawal.pattern, placePage(withdraw))
}
