import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { serve, type ServerType } from '@hono/node-server'
import type { Browser, Locator, Page } from 'playwright-core'
import { addResource } from '../../src/slices/resources/commands.ts'
import type { Kind } from '../../src/slices/resources/schema.ts'
import { urls } from '../../src/urls.ts'
import { openBrowser } from '../support/chromium.ts'
import { openWorld, type World } from '../support/world.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }

describe('the board under the hand', () => {
  let world: World
  let browser: Browser
  let server: ServerType
  let address: string
  before(async () => {
    world = await openWorld()
    browser = await openBrowser()
    await new Promise<void>((resolve) => (server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())))
    address = `http://localhost:${(server.address() as AddressInfo).port}` // a server that listens on TCP has such an address
    const scope = await world.scope('maria')
    for (const [kind, name] of Object.entries({ Atlas: 'tools', Beakers: 'tools', Chalk: 'tools', Trust: 'relationships' }).map(
      ([name, kind]) => [kind, name],
    ))
      await addResource(world.deps.db, scope, world.ids.schools.lincoln, { kind: kind as Kind, name: name ?? '' }) // the words above are kinds
  })
  after(async () => {
    await browser.close()
    server.close()
    await world.close()
  })

  async function open(query: Record<string, string> = {}): Promise<Page> {
    // Tall enough that nothing scrolls while something is dragged.
    const context = await browser.newContext({ viewport: { width: 1280, height: 1400 } })
    const session = await world.deps.signIn.openSession(world.ids.identities.maria, new Headers())
    const pairs = session.cookies.map((cookie) => cookie.split(';')[0]?.split('=') ?? [])
    await context.addCookies(pairs.map(([name = '', ...value]) => ({ name, value: value.join('='), url: address })))
    const page = await context.newPage()
    await page.goto(address + urls.resources(LINCOLN, query))
    await page.locator('.res-grip').first().waitFor()
    return page
  }

  const kind = (page: Page, name: RegExp) => page.getByRole('region', { name })
  const grip = (page: Page, name: string) => page.getByRole('button', { name: `Move “${name}”` })
  const namesIn = async (region: Locator) => await region.locator('summary > span').allTextContents()

  /** Takes a grip by the mouse to the middle of another thing, a little below or above it. */
  async function drag(page: Page, name: string, to: Locator, below: number): Promise<void> {
    const [from, target] = [await grip(page, name).boundingBox(), await to.boundingBox()]
    assert.ok(from && target)
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(target.x + 60, target.y + target.height / 2 + below, { steps: 8 })
    await page.mouse.up()
  }

  /** Stored, and the board from the server is there. */
  async function isPutDown(page: Page, where: string): Promise<void> {
    await page
      .getByRole('status')
      .filter({ hasText: `was put down in ${where}` })
      .waitFor({ state: 'attached' })
  }

  it('takes a line by the mouse within its kind, and keeps the order', async () => {
    const page = await open()
    await drag(page, 'Chalk', grip(page, 'Atlas'), -6)
    await isPutDown(page, 'Tools')
    await page.reload()
    assert.deepEqual(await namesIn(kind(page, /^Tools/)), ['Chalk', 'Atlas', 'Beakers'])
    await page.context().close()
  })

  it('takes it to another kind, also to one that is empty', async () => {
    const page = await open()
    await drag(page, 'Beakers', kind(page, /^Structures/).getByRole('heading', { level: 2 }), 20)
    await isPutDown(page, 'Structures')
    await drag(page, 'Beakers', grip(page, 'Trust'), 6)
    await isPutDown(page, 'Relationships')
    await page.reload()
    assert.deepEqual(await namesIn(kind(page, /^Relationships/)), ['Trust', 'Beakers'])
    await page.context().close()
  })

  it('takes it by the keyboard, says each step, and puts it back on Escape', async () => {
    const page = await open()
    await grip(page, 'Atlas').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowUp')
    await page.getByRole('status').filter({ hasText: '“Atlas”: place 1 of 2 in Tools.' }).waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await page.getByRole('status').filter({ hasText: 'back where it was' }).waitFor({ state: 'attached' })
    assert.deepEqual(await namesIn(kind(page, /^Tools/)), ['Chalk', 'Atlas'])
    await grip(page, 'Atlas').and(page.locator(':focus')).waitFor()
    await page.context().close()
  })

  it('adds by Enter without a new page, keeps what was open, and says what is missing', async () => {
    const page = await open()
    await page.evaluate(() => void Object.assign(window, { stayed: true }))
    await page.getByText('Trust', { exact: true }).click()
    const entry = page.getByLabel('Which materials and methods serve us?')
    await entry.fill('Dice')
    await entry.press('Enter')
    await kind(page, /^Tools/)
      .getByText('Dice')
      .waitFor()
    await entry.and(page.locator(':focus')).waitFor()
    await entry.press('Enter')
    await kind(page, /^Tools/)
      .getByRole('alert')
      .or(kind(page, /^Tools/).locator('.error-summary'))
      .first()
      .waitFor()
    assert.equal(await page.evaluate(() => 'stayed' in window), true)
    assert.equal(await page.locator('details[open]', { hasText: 'Trust' }).count(), 1)
    await page.context().close()
  })

  it('loses nothing when the line breaks, and says so to everybody', async () => {
    const page = await open()
    const before = await namesIn(kind(page, /^Tools/))
    await page.context().setOffline(true)
    await grip(page, 'Atlas').focus()
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByText('That could not be saved').waitFor()
    assert.deepEqual(await namesIn(kind(page, /^Tools/)), before)
    const entry = page.getByLabel('Which materials and methods serve us?')
    await entry.fill('Typed in vain')
    await entry.press('Enter')
    await page.getByText('That could not be saved').waitFor()
    assert.equal(await entry.inputValue(), 'Typed in vain')
    await page.context().close()
  })

  it('has nothing in it that axe objects to, also while a line is lifted', async () => {
    const page = await open()
    await grip(page, 'Chalk').focus()
    await page.keyboard.press('Enter')
    const { violations } = await new AxeBuilder({ page }).analyze()
    assert.deepEqual(
      violations.map((one) => one.id),
      [],
    )
    await page.context().close()
  })
})
