import type { Context } from 'hono'
import type { ComponentChild } from 'preact'
import type { z } from 'zod'
import type { Tx } from '../platform/database.ts'
import type { Scope } from '../access/scope.ts'
import type { TextKey, TextValues } from '../messages/text.ts'
import type { MenuItem, Room, TopBarProps } from '../ui/shell.tsx'
import type { Address } from '../urls.ts'
import type { Deps } from './deps.ts'
import type { Asker, Place } from './entrance.ts'
import type { Body, Sent } from './form.ts'
import type { AfterCommit } from './transaction.ts'

export type Env = { Variables: { deps: Deps; asker: Asker | undefined; around: AroundOf; secureHeadersNonce?: string } }

/** What the handler of a page is given: one person, one tenant, one transaction. */
export type Ctx = {
  c: Context<Env>
  deps: Deps
  db: Tx
  scope: Scope
  body: Body
  text(key: TextKey, values?: TextValues): string
  /** An identifier from the address; what has not its form is not here. */
  id(name: string): string
  query(name: string): string | undefined
  form<Schema extends z.ZodType>(schema: Schema): Sent<z.output<Schema>>
  /** Answers with a page inside the frame. */
  show(content: ComponentChild, showing: Omit<Showing, 'place'>): Promise<Response>
  /** Answers by going on to an address, with a word about what was done. */
  go(url: string, done?: TextKey): Response
  at<Names extends string>(
    address: Address<Names>,
    params?: Partial<Record<Names, string>>,
    query?: Record<string, string | undefined>,
  ): string
  afterCommit: AfterCommit
}

/** The same, standing in a place. */
export type PlaceCtx = Ctx & { place: Place }

/** How a page wants to be shown. */
export type Showing = {
  title: string
  status?: 200 | 404 | 409 | 422
  place?: Place
  /** Help that knows the page. */
  help?: TextKey
  crumbs?: { label: string; href?: string }[]
}

/** What stands around a page: where one is and where one could go. The composition root knows it, since it knows the slices. */
export type Around = {
  place: { label: string; detail?: string; items: MenuItem[] }
  rooms: Room[]
  homeHref: string
  top: Omit<TopBarProps, 'help'>
}

export type AroundOf = (ctx: Ctx, place: Place | undefined) => Promise<Around>
