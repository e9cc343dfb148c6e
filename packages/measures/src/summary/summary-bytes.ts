import { emptySummary, type ScaleSummary, type SummaryShape } from './scale-summary.ts'

/** First byte of every stored summary; a change of the layout raises it. */
const version = 1

const parts = ['answered', 'completePairs', 'completeScores', 'partialPairs', 'partialItems'] as const

/**
 * A summary as bytes to store: version, shape, then the counts as variable-length whole numbers, in which a run of zeros
 * takes two or three bytes. Takes any summary; `summaryFromBytes` gives back the same.
 */
export function summaryToBytes(summary: ScaleSummary): Uint8Array {
  const shape = new TextEncoder().encode(JSON.stringify(summary.shape))
  const bytes: number[] = [version]
  writeNumber(bytes, shape.length)
  for (const byte of shape) bytes.push(byte)
  for (const part of parts) writeCounts(bytes, summary[part])
  return Uint8Array.from(bytes)
}

/** The summary that was stored. RangeError: another version, or bytes that end early or late. */
export function summaryFromBytes(bytes: Uint8Array): ScaleSummary {
  if (bytes[0] !== version) throw new RangeError(`a summary of version ${bytes[0]}, not ${version}`)
  const reader = { bytes, place: 1 }
  const length = readNumber(reader)
  const text = new TextDecoder().decode(bytes.subarray(reader.place, reader.place + length))
  reader.place += length
  // What stands there was written from a SummaryShape by summaryToBytes, and emptySummary checks it again.
  const summary = emptySummary(JSON.parse(text) as SummaryShape)
  for (const part of parts) readCounts(reader, summary[part])
  if (reader.place !== bytes.length) throw new RangeError('a summary with bytes left over')
  return summary
}

type Reader = { bytes: Uint8Array; place: number }

/** Zeros are written as 0 and how many follow; any other count as itself. */
function writeCounts(bytes: number[], counts: Float64Array): void {
  let zeros = 0
  const flush = () => {
    if (zeros === 0) return
    writeNumber(bytes, 0)
    writeNumber(bytes, zeros)
    zeros = 0
  }
  for (const count of counts) {
    if (count === 0) zeros += 1
    else {
      flush()
      writeNumber(bytes, count)
    }
  }
  flush()
}

function readCounts(reader: Reader, counts: Float64Array): void {
  let index = 0
  while (index < counts.length) {
    const count = readNumber(reader)
    if (count > 0) {
      counts[index] = count
      index += 1
    } else index += readNumber(reader)
  }
  if (index !== counts.length) throw new RangeError('a summary with too many counts')
}

/** Seven bits a byte, low ones first; by division, since counts may pass 2³². */
function writeNumber(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

function readNumber(reader: Reader): number {
  let [value, unit] = [0, 1]
  for (;;) {
    const byte = reader.bytes[reader.place]
    if (byte === undefined) throw new RangeError('a summary that ends early')
    reader.place += 1
    value += (byte % 128) * unit
    if (byte < 128) return value
    unit *= 128
  }
}
