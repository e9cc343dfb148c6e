import { type Scale, scalesSchema } from '../schema.ts'
import scales from './scales.json' with { type: 'json' }

/** The scales that come with the program, written for it: no licensed instrument is among them. */
export const BANK: readonly Scale[] = scalesSchema.parse(scales)

/** The scales of the bank with these keys, in the order of the bank; keys that it does not know are left out. */
export function bankScales(keys: readonly string[]): Scale[] {
  return BANK.filter((scale) => keys.includes(scale.key))
}
