import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isId } from './ids.ts'
import { exact, suite } from './seal-suite.ts'

/** Where private keys lie: outside the database, its dumps and its backups. */
export type KeyStore = {
  put(sealId: string, key: Uint8Array): Promise<void>
  get(sealId: string): Promise<Uint8Array | undefined>
  destroy(sealId: string): Promise<void>
}

/** Makes a pair of keys for one vote or administration; returns the public half, which may be stored anywhere. */
export async function createSeal(keys: KeyStore, sealId: string): Promise<Uint8Array> {
  const pair = await suite.kem.generateKeyPair()
  await keys.put(sealId, new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)))
  return new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))
}

/** Reading a public key is a third of the work of sealing, and whoever asks many people hands in the same one each time. */
const readKeys = new WeakMap<Uint8Array, CryptoKey>()

/** Seals a text as a ciphertext of a fixed length, so that its size tells nothing; refuses a text that does not fit. */
export async function seal(publicKey: Uint8Array, sizeBytes: number, text: string): Promise<Uint8Array> {
  const recipientPublicKey = readKeys.get(publicKey) ?? (await suite.kem.deserializePublicKey(exact(publicKey)))
  readKeys.set(publicKey, recipientPublicKey)
  const sender = await suite.createSenderContext({ recipientPublicKey })
  const body = new Uint8Array(await sender.seal(exact(padded(text, sizeBytes))))
  return Buffer.concat([new Uint8Array(sender.enc), body])
}

/** Opens ciphertexts; throws where the key has been destroyed. */
export async function openSeal(keys: KeyStore, sealId: string, ciphertexts: Uint8Array[]): Promise<string[]> {
  const raw = await keys.get(sealId)
  if (!raw) throw new Error('The key of this seal is gone: what it sealed can no longer be opened.')
  const recipientKey = await suite.kem.deserializePrivateKey(exact(raw))
  return await Promise.all(ciphertexts.map((ciphertext) => open(recipientKey, ciphertext)))
}

/** Keys as files, readable by the program's user alone. */
export function keyFolder(folder: string): KeyStore {
  const pathOf = (sealId: string) => {
    if (!isId(sealId)) throw new Error('A seal is named by an identifier.')
    return join(folder, `${sealId}.key`)
  }
  return {
    async put(sealId, key) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Written beside and renamed, so that a killed program never leaves half a key.
      await writeFile(`${pathOf(sealId)}.new`, key, { mode: 0o600, flush: true })
      await rename(`${pathOf(sealId)}.new`, pathOf(sealId))
    },
    async get(sealId) {
      return await readFile(pathOf(sealId)).catch(() => undefined)
    },
    async destroy(sealId) {
      await rm(pathOf(sealId), { force: true })
    },
  }
}

const ENCAPSULATED_BYTES = 32

async function open(recipientKey: CryptoKey, ciphertext: Uint8Array): Promise<string> {
  const enc = exact(ciphertext.subarray(0, ENCAPSULATED_BYTES))
  const recipient = await suite.createRecipientContext({ recipientKey, enc })
  const bytes = Buffer.from(await recipient.open(exact(ciphertext.subarray(ENCAPSULATED_BYTES))))
  return bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString('utf8')
}

function padded(text: string, sizeBytes: number): Uint8Array {
  const bytes = Buffer.alloc(sizeBytes)
  const body = Buffer.from(text, 'utf8')
  if (body.length + 4 > sizeBytes) throw new Error('The text is longer than the seal allows.')
  bytes.writeUInt32BE(body.length, 0)
  body.copy(bytes, 4)
  return bytes
}
