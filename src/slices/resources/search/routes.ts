import { h } from 'preact'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import type { Ctx } from '../../../web/context.ts'
import { page } from '../../../web/page.tsx'
import { inWords } from '../rules.ts'
import { searchResources } from './queries.ts'
import { bySchool } from './rules.ts'
import { SearchPage } from './search-page.tsx'

const LONGEST = 100

export function searchRoutes(app: App): void {
  app.get(urls.search.pattern, page(search))
}

async function search(ctx: Ctx): Promise<Response> {
  const { scope } = ctx
  const sought = (ctx.query('q') ?? '')
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
    .slice(0, LONGEST)
  const hits = sought ? await searchResources(ctx.db, scope, sought) : []
  const languages = [scope.language, scope.mainLanguage]
  const groups = bySchool(hits).map((group) => ({
    name: group.name ?? '',
    hits: group.hits.map((hit) => ({
      id: hit.id,
      kind: hit.kind,
      name: inWords(hit.name, languages),
      description: inWords(hit.description, languages),
      unitName: hit.unitName,
      href: scope.places.includes(hit.unitId)
        ? urls.resource({ tenant: scope.tenantSlug, place: hit.unitSlug, resource: hit.id })
        : undefined,
    })),
  }))
  return await ctx.show(h(SearchPage, { sought, count: hits.length, groups }), { title: ctx.text('resources.search_title') })
}
