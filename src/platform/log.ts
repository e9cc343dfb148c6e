import { type DestinationStream, pino, type Logger } from 'pino'

export type Log = Logger

/** Structured lines on standard output: never answers, tokens or names; ids and durations only. */
export function openLog(level: string, to: DestinationStream = pino.destination(1)): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: short } }, to)
}

/** A database's error carries its connection and, in its detail, the row: neither belongs in a log. */
function short(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' }
  const code = 'code' in error ? error.code : undefined
  return { type: error.name, code, message: error.message, stack: error.stack }
}
