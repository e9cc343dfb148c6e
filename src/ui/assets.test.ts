import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { fontUrl, serveAsset, styleUrl } from './assets.ts'

async function bytesOf(response: Response) {
  return Buffer.from(await response.arrayBuffer())
}

describe('A file of the build', () => {
  it('may be kept for ever, since its name changes with its content', () => {
    const response = serveAsset(styleUrl(), '')
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'text/css; charset=utf-8')
    assert.match(response.headers.get('cache-control') ?? '', /immutable/)
    assert.match(styleUrl(), /^\/assets\/app-[\w-]{8}\.css$/)
  })

  it('comes as small as the browser can read it', async () => {
    const plain = await bytesOf(serveAsset(styleUrl(), ''))
    const [br, gzip] = [serveAsset(styleUrl(), 'gzip, deflate, br'), serveAsset(styleUrl(), 'gzip')]
    assert.deepEqual([br.headers.get('content-encoding'), gzip.headers.get('content-encoding')], ['br', 'gzip'])
    assert.deepEqual(brotliDecompressSync(await bytesOf(br)), plain)
    assert.deepEqual(gunzipSync(await bytesOf(gzip)), plain)
  })

  it('that is a font comes as it is', () => {
    const response = serveAsset(fontUrl() ?? '', 'br')
    assert.equal(response.headers.get('content-type'), 'font/woff2')
    assert.equal(response.headers.get('content-encoding'), null)
  })

  it('is the only thing that can be had here', () => {
    for (const path of [
      '../package.json',
      '..%2Fpackage.json',
      'manifest.json',
      '',
      '.env',
      'a/b.css',
      'app.css\0.js',
      'none-12345678.css',
    ])
      assert.equal(serveAsset(`/assets/${path}`, 'br').status, 404, path)
  })
})

describe('The style sheet', async () => {
  const css = (await bytesOf(serveAsset(styleUrl(), ''))).toString()

  it('fetches nothing from anywhere else', () => {
    assert.doesNotMatch(css, /url\(["']?(https?:|\/\/)/)
    assert.match(css, /url\(["']?\/assets\/source-sans-3-latin-wght-normal-/)
  })

  it('stays under 12 KB compressed', async () => {
    const size = (await bytesOf(serveAsset(styleUrl(), 'br'))).length
    assert.ok(size < 12 * 1024, `${size} bytes`)
  })
})
