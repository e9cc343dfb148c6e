import { randomBytes, randomUUID } from 'node:crypto'

/** A new identifier (UUIDv7, RFC 9562): its order is the order of making, which keeps indexes narrow. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (bytes.readUInt8(6) & 0x0f)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  return dashed(bytes.toString('hex'))
}

/** A new identifier that tells no time (UUIDv4): for ballots, answers and tokens. */
export function newRandomId(): string {
  return randomUUID()
}

/** Whether a text has the form of an identifier, so that a mistyped address is simply not found. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
}

function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
