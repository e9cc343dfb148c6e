import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { serve, type ServerType } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { BANK } from '../../src/slices/surveys/bank/rules.ts'
import type { Scale } from '../../src/slices/surveys/schema.ts'
import { openBrowser } from '../support/chromium.ts'
import { questionnairesIn, WORK } from '../support/questionnaires.ts'
import { openWorld, type World } from '../support/world.ts'

const PHONE = { width: 320, height: 640 }
const LONG = 'What I wanted to say about our mornings. '.repeat(30)
const WORDS = WORK.filter((scale) => scale.key === 'more').map((scale): Scale => ({ ...scale, items: scale.items.slice(0, 1) }))

describe('answering a survey on a phone', () => {
  let world: World
  let surveys: Awaited<ReturnType<typeof questionnairesIn>>
  let browser: Browser
  let server: ServerType
  let address: string
  let links: string[]
  let parts: string[]
  before(async () => {
    world = await openWorld()
    surveys = await questionnairesIn(world, 9)
    links = await surveys.put([...BANK.slice(0, 1), ...WORDS])
    parts = await surveys.put(WORK, { mode: 'confidential' })
    browser = await openBrowser()
    await new Promise<void>((resolve) => (server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())))
    address = `http://localhost:${(server.address() as AddressInfo).port}` // a server that listens on TCP has such an address
  })
  after(async () => {
    await browser.close()
    server.close()
    await world.close()
  })

  const count = async () => (await surveys.rows<{ n: number }>('select count(*)::int as n from survey_answer'))[0]?.n ?? 0
  const at = (some: string[]) => address + (some.pop() ?? '')

  async function phone(options: { javaScriptEnabled: boolean; colorScheme?: 'light' | 'dark' }): Promise<{ page: Page; errors: string[] }> {
    const context = await browser.newContext({ viewport: PHONE, ...options })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    return { page, errors }
  }

  it('goes from the link over a mistake to the receipt, without script and without a cookie', async () => {
    const { page, errors } = await phone({ javaScriptEnabled: false })
    await page.goto(at(links))
    await page.getByText(/^Anonymous, about \d minutes?\.$/).waitFor()
    await fits(page)
    await page.getByRole('group', { name: BANK[0]?.items[0]?.text['en'] }).getByLabel('Often', { exact: true }).check()
    await page.getByLabel(WORDS[0]?.items[0]?.text['en'] ?? '').fill(LONG)
    await page.getByRole('button', { name: 'Send' }).click()
    assert.match(await page.title(), /^Not sent yet/)
    await page.getByRole('alert').getByRole('link').click()
    await fits(page)
    const words = page.getByLabel(WORDS[0]?.items[0]?.text['en'] ?? '')
    assert.equal(await words.inputValue(), LONG)
    assert.equal(await page.getByLabel('Often', { exact: true }).first().isChecked(), true)
    await words.fill('Our mornings.')
    const before = await count()
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    assert.equal(await count(), before + 1)
    assert.deepEqual(await page.context().cookies(), [])
    assert.deepEqual(
      errors.filter((error) => !/422/.test(error)),
      [],
    )
    await page.context().close()
  })

  for (const colorScheme of ['light', 'dark'] as const)
    it(`has nothing in the way in any of its states, ${colorScheme}`, async () => {
      const [whole, stepwise] = [at(links), at(parts)]
      // The examiner needs script; what it examines is what comes without.
      const { page } = await phone({ javaScriptEnabled: true, colorScheme })
      await page.route('**/r/script/**', (route) => route.abort())
      await page.goto(whole)
      await examine(page)
      await page.getByLabel(WORDS[0]?.items[0]?.text['en'] ?? '').fill(LONG)
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('alert').waitFor()
      await examine(page)
      await page.getByLabel(WORDS[0]?.items[0]?.text['en'] ?? '').fill('Words')
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('heading', { name: 'Thank you' }).waitFor()
      await examine(page)
      await page.goto(stepwise.replace('lang=en', 'lang=es'))
      await examine(page)
      await page.getByRole('button', { name: 'Siguiente' }).click()
      await examine(page)
      await page.goto(`${address}/r/nothing`)
      await examine(page)
      await page.context().close()
    })

  it('works by keyboard alone, also from the list of mistakes', async () => {
    const { page } = await phone({ javaScriptEnabled: false })
    await page.goto(at(links))
    const focused = async () =>
      await page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent)
    for (let tab = 0; tab < 7; tab++) await page.keyboard.press('Tab')
    assert.equal(await focused(), 'go')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.keyboard.press('Tab')
    assert.match(String(await focused()), /^Nothing is answered yet/)
    await page.keyboard.press('Enter')
    assert.equal(await focused(), 'q0')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    const first = page.getByRole('group').first().getByRole('radio')
    assert.deepEqual([await first.nth(0).isChecked(), await first.nth(1).isChecked()], [false, true])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    await page.context().close()
  })

  it('asks part by part, goes back, and never asks what does not concern somebody', async () => {
    const { page } = await phone({ javaScriptEnabled: false })
    await page.goto(at(parts))
    await page.getByText('Part 1 of up to 4').waitFor()
    await page.getByLabel('I coach').check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'Coaching' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Back' }).click()
    assert.equal(await page.getByLabel('I coach').isChecked(), true)
    await page.getByLabel('I teach').check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'En español' }).click()
    await page.getByText('Parte 2 de 3').waitFor()
    await page.getByRole('button', { name: 'Siguiente' }).click()
    await page.getByRole('heading', { name: 'In your words (es)' }).waitFor()
    await fits(page)
    await page.getByRole('button', { name: 'Enviar' }).click()
    await page.getByRole('heading', { name: 'Gracias' }).waitFor()
    await page.context().close()
  })

  it('keeps answers on the device while there is no line, sends them once it is back, and then forgets them', async () => {
    const { page } = await phone({ javaScriptEnabled: true })
    const own = at(links)
    await page.goto(own)
    await page.evaluate(async () => await navigator.serviceWorker.ready)
    await page.getByLabel('Often', { exact: true }).first().check()
    await page.getByLabel(WORDS[0]?.items[0]?.text['en'] ?? '').fill('Our mornings.')
    await page.getByText('is kept on this device until it is sent').waitFor()
    await page.context().setOffline(true)
    await page.reload()
    assert.equal(await page.getByLabel(WORDS[0]?.items[0]?.text['en'] ?? '').inputValue(), 'Our mornings.')
    assert.equal(await page.getByLabel('Often', { exact: true }).first().isChecked(), true)
    const before = await count()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('not sent yet').waitFor()
    await fits(page)
    assert.equal(await count(), before)
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    assert.equal(await count(), before + 1)
    assert.deepEqual(await leftOn(page), { kept: 0, caches: [], workers: 0 })
    assert.deepEqual(await page.context().cookies(), [])
    await page.context().close()
  })

  it('takes its receipt when its answer had arrived and nobody heard of it', async () => {
    const { page } = await phone({ javaScriptEnabled: true })
    await page.goto(at(links))
    const before = await count()
    await page.route('**/r/*', async (route) => {
      if (route.request().method() !== 'POST') return await route.continue()
      await route.fetch({ maxRedirects: 0 })
      return await route.abort()
    })
    await page.getByLabel('Often', { exact: true }).first().check()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('not sent yet').waitFor()
    await page.unroute('**/r/*')
    await page.getByRole('button', { name: 'Try again now' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    assert.equal(await count(), before + 1)
    assert.equal((await leftOn(page)).kept, 0)
    await page.context().close()
  })

  it('forgets what was typed when that is wished', async () => {
    const { page } = await phone({ javaScriptEnabled: true })
    await page.goto(at(links))
    await page.getByLabel('Often', { exact: true }).first().check()
    await page.getByRole('button', { name: 'Delete from this device' }).click()
    await page.getByText('Deleted from this device.').waitFor()
    assert.equal(await page.getByLabel('Often', { exact: true }).first().isChecked(), false)
    assert.equal((await leftOn(page)).kept, 0)
    await page.context().close()
  })

  it('goes from part to part with script as well, and begins where it was left', async () => {
    const { page, errors } = await phone({ javaScriptEnabled: true })
    const own = at(parts)
    await page.goto(own)
    await page.getByLabel('I teach').check()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('Part 2 of 3').waitFor()
    await page.getByRole('group').first().getByRole('radio').nth(3).check()
    await page.goto(own)
    assert.equal(await page.getByLabel('I teach').isChecked(), true)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByText('Part 2 of 3').waitFor()
    assert.equal(await page.getByRole('group').first().getByRole('radio').nth(3).isChecked(), true)
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('heading', { name: 'In your words' }).waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    assert.deepEqual(errors, [])
    await page.context().close()
  })
})

/** What is still on the device. */
async function leftOn(page: Page) {
  return await page.evaluate(async () => ({
    kept: localStorage.length,
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))
}

/** Nothing sticks out to the side, and all that is touched is large enough for a thumb. */
async function fits(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const small = [...document.querySelectorAll('label, button, a, textarea')].filter((one) => one.getBoundingClientRect().height < 44)
    const { scrollWidth, clientWidth } = document.documentElement
    return { overflow: scrollWidth - clientWidth, small: small.map((one) => one.textContent) }
  })
  assert.deepEqual(found, { overflow: 0, small: [] })
}

async function examine(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
  assert.deepEqual(found, [], page.url())
  await fits(page)
}
