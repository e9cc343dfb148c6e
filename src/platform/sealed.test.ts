import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'
import { newRandomId } from './ids.ts'
import { createSeal, keyFolder, type KeyStore, openSeal, seal } from './sealed.ts'

const SIZE = 1024

describe('a seal', () => {
  let folder: string
  let keys: KeyStore
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'groundwork-seal-'))
    keys = keyFolder(folder)
  })
  after(() => rm(folder, { recursive: true }))

  it('opens what it sealed, whatever was written', async () => {
    const id = newRandomId()
    const publicKey = await createSeal(keys, id)
    const texts = ['', 'plain', 'año · 数学 · 🎓', 'x'.repeat(SIZE - 4)]
    const sealed = await Promise.all(texts.map((text) => seal(publicKey, SIZE, text)))
    assert.deepEqual(await openSeal(keys, id, sealed), texts)
  })

  it('is what the standard says: others open it too', async () => {
    const plain = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })
    const pair = await plain.kem.generateKeyPair()
    const publicKey = new Uint8Array(await plain.kem.serializePublicKey(pair.publicKey))
    const sealed = await seal(publicKey, SIZE, 'heard')
    const enc = new Uint8Array(sealed.subarray(0, 32)).buffer
    const recipient = await plain.createRecipientContext({ recipientKey: pair.privateKey, enc })
    const opened = Buffer.from(await recipient.open(new Uint8Array(sealed.subarray(32)).buffer))
    assert.equal(opened.subarray(4, 4 + opened.readUInt32BE(0)).toString(), 'heard')
  })

  it('opens what others sealed by the standard', async () => {
    const id = newRandomId()
    const plain = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes128Gcm() })
    const recipientPublicKey = await plain.kem.deserializePublicKey(new Uint8Array(await createSeal(keys, id)).buffer)
    const sender = await plain.createSenderContext({ recipientPublicKey })
    const text = Buffer.concat([Buffer.from([0, 0, 0, 5]), Buffer.from('heard')])
    const body = new Uint8Array(await sender.seal(new Uint8Array(text).buffer))
    assert.deepEqual(await openSeal(keys, id, [Buffer.concat([new Uint8Array(sender.enc), body])]), ['heard'])
  })

  it('makes ciphertexts of one length that are never the same twice', async () => {
    const publicKey = await createSeal(keys, newRandomId())
    const [yes, yesAgain, long] = await Promise.all([
      seal(publicKey, SIZE, 'yes'),
      seal(publicKey, SIZE, 'yes'),
      seal(publicKey, SIZE, 'a long argument '.repeat(40)),
    ])
    assert.equal(yes.length, long.length)
    assert.notDeepEqual(yes, yesAgain)
    assert.equal(Buffer.from(long).includes('argument'), false)
  })

  it('cannot be opened once its key is destroyed', async () => {
    const id = newRandomId()
    const sealed = await seal(await createSeal(keys, id), SIZE, 'a vote')
    await keys.destroy(id)
    await assert.rejects(openSeal(keys, id, [sealed]), /can no longer be opened/)
  })

  it('notices a ciphertext that was touched, and refuses a text that is too long', async () => {
    const id = newRandomId()
    const publicKey = await createSeal(keys, id)
    const sealed = Buffer.from(await seal(publicKey, SIZE, 'a vote'))
    sealed[100] = (sealed[100] ?? 0) ^ 1
    await assert.rejects(openSeal(keys, id, [sealed]))
    await assert.rejects(seal(publicKey, SIZE, 'x'.repeat(SIZE)), /longer than the seal allows/)
  })

  it('keeps its key in a file that only the program’s user can read, and leaves none by halves', async () => {
    const id = newRandomId()
    await createSeal(keys, id)
    assert.equal((await stat(join(folder, `${id}.key`))).mode & 0o777, 0o600)
    assert.equal(
      (await readdir(folder)).some((name) => name.endsWith('.new')),
      false,
    )
  })

  it('takes no name that leads out of its folder', async () => {
    await assert.rejects(async () => keys.get('../../etc/passwd'), /named by an identifier/)
  })
})
