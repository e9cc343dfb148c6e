import { crc32, deflateRawSync } from 'node:zlib'

export type ZipEntry = { name: string; bytes: Buffer | string; announcedBytes?: number; mode?: number; flags?: number }

/** A zip archive, or one that lies: the announced size, the mode and the flags of an entry can be set. */
export function zip(entries: readonly ZipEntry[]) {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const bytes = Buffer.from(entry.bytes)
    const packed = deflateRawSync(bytes)
    const name = Buffer.from(entry.name)
    const fields = shared(entry, bytes, packed, name)
    const here = Buffer.concat([uint32(0x04034b50), fields, name, packed])
    central.push(
      Buffer.concat([
        uint32(0x02014b50),
        uint16(0x031e),
        fields,
        uint16(0),
        uint16(0),
        uint16(0),
        uint32(((entry.mode ?? 0o100644) << 16) >>> 0),
        uint32(offset),
        name,
      ]),
    )
    local.push(here)
    offset += here.length
  }
  const directory = Buffer.concat(central)
  const end = [
    uint32(0x06054b50),
    uint32(0),
    uint16(entries.length),
    uint16(entries.length),
    uint32(directory.length),
    uint32(offset),
    uint16(0),
  ]
  return Buffer.concat([...local, directory, ...end])
}

function shared(entry: ZipEntry, bytes: Buffer, packed: Buffer, name: Buffer) {
  return Buffer.concat([
    uint16(20),
    uint16(entry.flags ?? 0),
    uint16(8),
    uint32(0),
    uint32(crc32(bytes)),
    uint32(packed.length),
    uint32(entry.announcedBytes ?? bytes.length),
    uint16(name.length),
    uint16(0),
  ])
}

function uint16(value: number) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
