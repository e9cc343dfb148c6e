import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { questionnairesIn } from '../../../../test/support/questionnaires.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { styleUrl } from '../../../ui/assets.ts'
import { BANK } from '../bank/rules.ts'
import { MODES, type Scale } from '../schema.ts'

const MOST_BYTES = 15 * 1024
const QUESTIONS = 25

/** Questionnaires of the bank with 25 questions: each scale comes first once. */
function typical(): Scale[][] {
  return BANK.map((_, first) => {
    const scales: Scale[] = []
    for (const scale of [...BANK.slice(first), ...BANK.slice(0, first)]) {
      const room = QUESTIONS - scales.flatMap((one) => one.items).length
      if (room > 0) scales.push({ ...scale, items: scale.items.slice(0, room) })
    }
    return scales
  })
}

describe('what the page says first', () => {
  let world: World
  let surveys: Awaited<ReturnType<typeof questionnairesIn>>
  before(async () => {
    world = await openWorld()
    surveys = await questionnairesIn(world)
  })
  after(() => world.close())

  const promises = {
    anonymous: /<strong>Anonymous, about \d+ minutes?\.<\/strong> [^<]*sealed until the survey closes[^<]*destroyed[^<]*holds its key/,
    confidential: /<strong>Confidential, about \d+ minutes?\.<\/strong> [^<]*linked to you for the research role/,
    named: /<strong>With your name, about \d+ minutes?\.<\/strong> [^<]*see your name with your answers/,
  }
  const receipts = { anonymous: /counted together/, confidential: /for research alone/, named: /with your name/ }

  for (const mode of MODES)
    it(`is an honest promise: ${mode}`, async () => {
      const [link = ''] = await surveys.put(BANK.slice(0, 2), { mode })
      const text = await (await surveys.at(link)).text()
      assert.match(text, promises[mode])
      assert.ok(text.search(promises[mode]) < text.indexOf('<form'))
      for (const other of MODES.filter((one) => one !== mode)) assert.doesNotMatch(text, promises[other])
      assert.equal(/nobody knows which are yours/.test(text), mode === 'anonymous')
      assert.equal((await surveys.at(link, { q0: '1' })).status, 303)
      const receipt = await (await surveys.at(link)).text()
      assert.match(receipt, /Thank you[\s\S]*have arrived/)
      assert.match(receipt, receipts[mode])
    })

  it('comes in the languages of the survey and in no other', async () => {
    const [link = ''] = await surveys.put(BANK.slice(0, 1), { languages: ['es'] })
    const text = await (await surveys.at(link.replace('lang=en', 'lang=es'))).text()
    const wished = await (await surveys.at(link.replace(/\?.*/, '?lang=en'))).text()
    for (const one of [text, wished]) assert.match(one, /<html lang="es">/)
    assert.doesNotMatch(text, /In English/)
    const [both = ''] = await surveys.put(BANK.slice(0, 1))
    assert.match(await (await surveys.at(both)).text(), /<html lang="en">[\s\S]*lang="es">En español/)
  })

  it('fits into 15 KB with 25 questions, before compression, in both languages', async () => {
    const sizes: { plain: number; br: number }[] = []
    for (const scales of typical()) {
      const [link = ''] = await surveys.put(scales)
      for (const language of ['en', 'es']) {
        const text = await (await surveys.at(link.replace(/lang=../, `lang=${language}`))).text()
        assert.equal(text.match(/<fieldset/g)?.length, QUESTIONS)
        sizes.push({ plain: Buffer.byteLength(text), br: brotliCompressSync(text).length })
      }
    }
    const largest = Math.max(...sizes.map((one) => one.plain))
    assert.ok(largest <= MOST_BYTES, `${largest} bytes`)
    assert.ok(Math.max(...sizes.map((one) => one.br)) <= MOST_BYTES / 4)
  })

  it('is sent as small as the browser can read it, the same bytes to everybody', async () => {
    const links = await surveys.put(BANK.slice(0, 3))
    const ask = async (link: string, encoding: string) =>
      await world.app.request(`http://localhost:4000${link}`, { headers: { 'accept-encoding': encoding } })
    const [one, other] = [await ask(links[0] ?? '', 'gzip, br'), await ask(links[1] ?? '', 'gzip, br')]
    assert.equal(one.headers.get('content-encoding'), 'br')
    assert.deepEqual(await one.bytes(), await other.bytes())
    assert.equal((await ask(links[0] ?? '', 'gzip')).headers.get('content-encoding'), 'gzip')
    assert.equal((await ask(links[0] ?? '', '')).headers.get('content-encoding'), null)
  })
})

describe('the script that nobody needs', () => {
  let world: World
  let address: string
  before(async () => {
    world = await openWorld()
    const surveys = await questionnairesIn(world)
    const [link = ''] = await surveys.put(BANK.slice(0, 1))
    address = /<script defer src="([^"]+)">/.exec(await (await surveys.at(link)).text())?.[1] ?? ''
  })
  after(() => world.close())

  it('is one small file that may be kept for ever, and reaches no further than these pages', async () => {
    const answer = await world.app.request(`http://localhost:4000${address}`)
    assert.equal(answer.status, 200)
    const text = await answer.text()
    assert.ok(Buffer.byteLength(text) <= 10 * 1024, `${Buffer.byteLength(text)} bytes`)
    assert.doesNotMatch(text, /\bimport\b|document\.cookie/)
    assert.match(address, /^\/r\/script\/offline-[\w-]{8}\.js$/)
    assert.equal(answer.headers.get('service-worker-allowed'), '/r/')
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/)
    assert.deepEqual(answer.headers.getSetCookie(), [])
  })

  it('has no neighbours', async () => {
    for (const name of ['none.js', '..%2Fmanifest.json', 'manifest.json', styleUrl().replace('/assets/', '')])
      assert.equal((await world.app.request(`http://localhost:4000/r/script/${name}`)).status, 404, name)
  })
})
