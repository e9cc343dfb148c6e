import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { openBrowser } from '../support/chromium.ts'
import { addressName, crawl, signInAs, type Found } from '../support/crawl.ts'
import { startProgram, temporaryVar, type Program } from '../support/program.ts'

const outside = [urls.demoSignIn({}), urls.signIn({}), urls.passwordReset({}), urls.specimen({})].map((url) => ({
  name: addressName(url) ?? url,
  url,
}))
// Paula's school is empty: she sees every page without anything on it. The others are shown what Maria does not see.
const personas = ['paula', 'maria', 'ada', 'dana', 'ben']
const NARROWEST = 320
const PAGES_AT_LEAST = 30

describe('every page that links lead to', () => {
  const folder = temporaryVar()
  let program: Program
  let browser: Browser
  const seen = new Set<string>()
  before(async () => {
    program = await startProgram(folder.dir)
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await program.stop()
    folder.remove()
  })

  it('is accessible before signing in', async (t) => {
    const context = await browser.newContext()
    for (const found of outside) await t.test(found.name, () => inspect(context, program.address, found))
    await context.close()
  })

  for (const persona of personas)
    it(`is accessible to ${persona}`, async (t) => {
      const context = await browser.newContext()
      await signInAs(context, program.address, persona)
      const page = await context.newPage()
      const pages = await crawl(page, program.address, seen)
      await page.close()
      if (persona !== 'paula') for (const { name } of pages) seen.add(name)
      for (const found of pages) await t.test(found.name, () => inspect(context, program.address, found))
      await context.close()
    })

  it('is most of all addresses', () => {
    assert.ok(seen.size >= PAGES_AT_LEAST, `Links lead to ${seen.size} pages only: ${[...seen].join(', ')}`)
  })
})

/** In light and dark, wide and at 320 pixels: no violation that axe finds, no error in the console, no scrolling sideways. */
async function inspect(context: BrowserContext, address: string, { url }: Found): Promise<void> {
  const page = await context.newPage()
  const errors = errorsOf(page)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const answer = await page.goto(address + url)
  assert.equal(answer?.status(), 200)
  const inLight = await violations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const inDark = await violations(page)
  await page.setViewportSize({ width: NARROWEST, height: 640 })
  const narrow = await violations(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.close()
  assert.deepEqual({ inLight, inDark, narrow, overflow, errors }, { inLight: [], inDark: [], narrow: [], overflow: 0, errors: [] }, url)
}

function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`))
}
