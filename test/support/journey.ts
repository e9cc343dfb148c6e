import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'

/** Somebody in a browser of their own, and what went wrong in its console. */
export type Walker = { name: string; page: Page; context: BrowserContext; errors: string[]; examine: () => Promise<Page> }

/** Who takes a school from its first resource to a decided cycle, and who looks on. */
export type Team = { leader: Walker; facilitator: Walker; member: Walker; teacher: Walker; district: Walker }

/** How they go about it: where the program is, and whether its pages may run script. */
export type Way = { address: string; script: boolean }

/** Steps of one journey: what comes later stands on them, so after a failure the rest says so at once instead of waiting for pages that never come. */
export function stepsOf() {
  let broken: string | undefined
  return (name: string, walk: () => Promise<void>) =>
    void it(name, { timeout: 180_000 }, async () => {
      assert.equal(broken, undefined, 'An earlier step failed.')
      broken = name
      await walk()
      broken = undefined
    })
}

export async function openWalker(browser: Browser, name: string, { script }: Way): Promise<Walker> {
  const context = await browser.newContext({ locale: 'en-US', javaScriptEnabled: script, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => void (message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`)))
  return { name, page, context, errors, examine: () => (script ? Promise.resolve(page) : examined(browser, page)) }
}

/** axe itself needs script: where the page has none, it examines a copy of what the page holds. */
async function examined(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' })
  const copy = await context.newPage()
  await copy.goto(new URL(urls.healthz({}), page.url()).href)
  await copy.setContent((await page.content()).replaceAll(/<script\b.*?<\/script>/gs, ''))
  return copy
}

/** The page as it is now: nothing that axe finds, nothing in the console. */
export async function look({ page, errors, examine }: Walker): Promise<void> {
  const copy = await examine()
  const { violations } = await new AxeBuilder({ page: copy }).analyze()
  if (copy !== page) await copy.context().close()
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 160)}`))
  await takePictures(page)
  assert.deepEqual({ found, errors }, { found: [], errors: [] }, page.url())
}

/** Presses a main action as somebody without a mouse does: Tab until it has the focus, then Enter. */
export async function press({ page }: Walker, action: Locator): Promise<void> {
  await action.waitFor()
  const focused = action.and(page.locator(':focus'))
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if ((await focused.count()) > 0) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${action.toString()} on ${page.url()}`)
}

export async function pressButton(walker: Walker, name: string | RegExp): Promise<void> {
  await press(walker, walker.page.getByRole('button', { name, exact: typeof name === 'string' }))
}

export async function followLink(walker: Walker, name: string | RegExp): Promise<void> {
  const before = walker.page.url()
  await press(walker, walker.page.getByRole('main').getByRole('link', { name }).first())
  await walker.page.waitForURL((url) => url.href !== before)
}

/** One of the rooms beside every page. */
export async function enterRoom({ page }: Walker, room: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click()
  await page.getByRole('navigation', { name: 'Rooms' }).locator('[aria-current]').filter({ hasText: room }).waitFor()
}

/** Waits for words on the page: the next step needs what they say. */
export async function hear({ page }: Walker, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor()
}

/** What an address answers to somebody, without going there. */
export async function ask({ context }: Walker, url: string): Promise<{ status: number; text: string }> {
  const answer = await context.request.get(url, { maxRedirects: 0 })
  return { status: answer.status(), text: await answer.text() }
}

const MOST_TABS = 250
let pictures = 0

/** For the eye: JOURNEY_PICTURES=folder keeps every page that was looked at, wide and narrow. */
async function takePictures(page: Page): Promise<void> {
  const folder = process.env['JOURNEY_PICTURES']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize()
  const number = String(++pictures).padStart(3, '0')
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    await page.screenshot({ path: join(folder, `${number}-${width}.png`), fullPage: true })
  }
  if (before) await page.setViewportSize(before)
}
