import { h } from 'preact'
import { urls } from '../../../urls.ts'
import type { App } from '../../../web/app-type.ts'
import { placePage } from '../../../web/page.tsx'
import { BankPage } from './bank-page.tsx'
import { BANK } from './rules.ts'

/** The scales that come with the program. */
export function bankRoutes(app: App): void {
  app.get(
    urls.instrumentBank.pattern,
    placePage(async (ctx) => {
      const title = ctx.text('surveys.builder_bank_title')
      const crumbs = [{ label: ctx.text('surveys.title'), href: ctx.at(urls.surveys) }, { label: title }]
      return await ctx.show(h(BankPage, { bank: BANK }), { title, crumbs })
    }),
  )
}
