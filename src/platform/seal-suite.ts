import { createCipheriv, createDecipheriv, createHmac, diffieHellman, generateKeyPairSync, hkdfSync, KeyObject } from 'node:crypto'
import { Aes128Gcm, type AeadEncryptionContext, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'

// The library composes RFC 9180 and lets its three primitives be handed in. As web calls each of them goes to another thread, a dozen
// times a seal, which costs more than the work itself; these are the same primitives of the same OpenSSL, called at once.

type Bytes = ArrayBufferLike | ArrayBufferView

class HkdfAtOnce extends HkdfSha256 {
  override async extract(salt: Bytes, ikm: Bytes): Promise<ArrayBuffer> {
    return exact(createHmac('sha256', bytesOf(salt)).update(bytesOf(ikm)).digest())
  }

  override async extractAndExpand(salt: Bytes, ikm: Bytes, info: Bytes, length: number): Promise<ArrayBuffer> {
    return hkdfSync('sha256', bytesOf(ikm), bytesOf(salt), bytesOf(info), length)
  }
}

/** "KEM" with the number of this one in two bytes: RFC 9180, 4.1 and 7.1. */
const KEM_SUITE_ID = new Uint8Array([0x4b, 0x45, 0x4d, 0x00, 0x20])

class X25519AtOnce extends DhkemX25519HkdfSha256 {
  constructor() {
    super()
    this._kdf = new HkdfAtOnce()
    this._kdf.init(KEM_SUITE_ID)
    this._prim = Object.assign(this._prim, { generateKeyPair: newKeyPair, dh: shared })
  }
}

async function newKeyPair(): Promise<CryptoKeyPair> {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: publicKey.toCryptoKey('X25519', true, []) as CryptoKey, // Node's own type of the same global class
    privateKey: privateKey.toCryptoKey('X25519', true, ['deriveBits']) as CryptoKey, // the same
  }
}

async function shared(secret: CryptoKey, other: CryptoKey): Promise<ArrayBuffer> {
  return exact(diffieHellman({ privateKey: KeyObject.from(secret), publicKey: KeyObject.from(other) }))
}

class Aes128GcmAtOnce extends Aes128Gcm {
  override createEncryptionContext(key: Bytes): AeadEncryptionContext {
    const secret = bytesOf(key)
    return {
      seal: async (iv, data, aad) => {
        const cipher = createCipheriv('aes-128-gcm', secret, bytesOf(iv)).setAAD(bytesOf(aad))
        return exact(Buffer.concat([cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag()]))
      },
      open: async (iv, data, aad) => {
        const [body, tag] = [bytesOf(data).subarray(0, -this.tagSize), bytesOf(data).subarray(-this.tagSize)]
        const cipher = createDecipheriv('aes-128-gcm', secret, bytesOf(iv), { authTagLength: this.tagSize })
        cipher.setAAD(bytesOf(aad)).setAuthTag(tag)
        return exact(Buffer.concat([cipher.update(body), cipher.final()]))
      },
    }
  }
}

/** Hybrid public key encryption (RFC 9180): anybody may seal, only the holder of the private key may open. */
export const suite = new CipherSuite({ kem: new X25519AtOnce(), kdf: new HkdfAtOnce(), aead: new Aes128GcmAtOnce() })

/** A buffer of its own: views into a shared pool would hand over their neighbours' bytes. */
export function exact(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

function bytesOf(bytes: Bytes): Uint8Array {
  return ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes)
}
