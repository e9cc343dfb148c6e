import { createHash, randomBytes } from 'node:crypto'

/** A secret that fits an address: 256 bits, so that nobody needs to count tries on it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret: without salt, since it cannot be guessed, and so found by an index. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
