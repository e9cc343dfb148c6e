import { createHash } from 'node:crypto'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { found } from './problem.ts'

export type StoredFile = { name: string; mediaType: string; bytes: Uint8Array }

const CHUNK_BYTES = 512 * 1024

/** Stores a file in chunks beside the rows that need it, in their transaction; returns its id. */
export async function storeFile(
  tx: Tx,
  owner: { tenantId: string; personId: string | null },
  file: StoredFile,
  now: Date,
): Promise<string> {
  const id = newId()
  const sha256 = createHash('sha256').update(file.bytes).digest()
  await tx
    .insertInto('storedFile')
    .values({
      tenantId: owner.tenantId,
      id,
      name: file.name,
      mediaType: file.mediaType,
      sizeBytes: file.bytes.length,
      sha256,
      storedBy: owner.personId,
      recordedAt: now,
    })
    .execute()
  for (let position = 0; position * CHUNK_BYTES < file.bytes.length; position++) {
    const bytes = Buffer.from(file.bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES))
    await tx.insertInto('storedFileChunk').values({ tenantId: owner.tenantId, id: newId(), fileId: id, position, bytes }).execute()
  }
  return id
}

export async function readFile(tx: Tx, tenantId: string, fileId: string): Promise<StoredFile> {
  const file = found(
    await tx.selectFrom('storedFile').selectAll().where('tenantId', '=', tenantId).where('id', '=', fileId).executeTakeFirst(),
  )
  const chunks = await tx
    .selectFrom('storedFileChunk')
    .select('bytes')
    .where('tenantId', '=', tenantId)
    .where('fileId', '=', fileId)
    .orderBy('position')
    .execute()
  return { name: file.name, mediaType: file.mediaType, bytes: Buffer.concat(chunks.map((chunk) => chunk.bytes)) }
}
