import type { TokenRow } from './schema.ts'

/** Whether a token still opens anything on a day. */
export function isTokenOpen(token: Pick<TokenRow, 'expiresOn' | 'revokedAt'>, today: string): boolean {
  return token.revokedAt === null && token.expiresOn >= today
}
