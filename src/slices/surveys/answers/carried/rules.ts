import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** What a file may hold once it is unpacked; a small text can unpack to any size. */
const MOST_BYTES = 50 * 1024 * 1024

/** A file as a text that travels with the page, so that nothing of it is kept before it is accepted. */
export function packed(bytes: Uint8Array): string {
  return deflateRawSync(bytes).toString('base64url')
}

/** The file again, or undefined where what came back is none. */
export function unpacked(text: string): Uint8Array | undefined {
  try {
    return inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: MOST_BYTES })
  } catch {
    return undefined
  }
}
