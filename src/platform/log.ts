import { pino, type Logger } from 'pino'

export type Log = Logger

/** Structured lines on standard output: never answers, tokens or names; ids and durations only. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
