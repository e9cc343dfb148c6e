import { randomInt } from 'node:crypto'

/** Without letters and digits that are taken for one another. */
const SIGNS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'

/** A code for paper: twelve signs, 58 bits, so that trying finds none. */
export function newCode(): string {
  return Array.from({ length: 12 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')
}

/** A code as it is printed. */
export function printed(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}
