import { z } from 'zod'
import { id, line } from '../../../web/fields.ts'

/** For how many days a token may be made; a forgotten one ends by itself. */
export const TOKEN_DAYS = [30, 90, 180, 365] as const

/** How a token begins, so that people and scanners of code know one when they see it. */
export const TOKEN_PREFIX = 'gw_'

export const newTokenForm = z.object({
  name: line(80),
  tenantId: id,
  days: z.coerce.number().pipe(z.literal(TOKEN_DAYS)),
})

export type NewToken = z.output<typeof newTokenForm>

export type TokenRow = {
  id: string
  name: string
  ending: string
  tenantSlug: string
  createdAt: Date
  expiresOn: string
  lastUsedOn: string | null
  revokedAt: Date | null
}

/** What a request may do that carries a token: one person in one tenant. */
export type TokenBearer = { tokenId: string; identityPersonId: string; tenantId: string; tenantPersonId: string; language: string | null }
