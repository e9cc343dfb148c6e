import type { Kind } from '../kinds/schema.ts'

/** How many resources had come how far by a day. */
export type Standing = { on: string; recognized: number; used: number; wellUsed: number; generated: number }

/** The same for one kind, at the end of the period. */
export type KindStanding = Omit<Standing, 'on'> & { kind: Kind }
