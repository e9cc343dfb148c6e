import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { openBrowser } from '../support/chromium.ts'
import { addressName, crawl, signInAs } from '../support/crawl.ts'
import { startProgram, temporaryVar } from '../support/program.ts'

const outside = [urls.demoSignIn({}), urls.signIn({}), urls.passwordReset({})].map((url) => ({ name: addressName(url) ?? url, url }))
// Paula's school is empty: she sees every page without anything on it. The others are shown what those before did not see.
const personas = ['paula', 'maria', 'ada', 'dana', 'ben', 'ruth']
const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 320, height: 640 }
const PAGES_AT_LEAST = 40

const folder = temporaryVar()
const program = await startProgram(folder.dir)
const browser = await openBrowser()
const seen = new Set<string>()

after(async () => {
  await browser.close()
  await program.stop()
  folder.remove()
})

// All links are followed before the first test is declared, so that each page can be a test of its own.
const visits = [{ who: 'a visitor', context: await browser.newContext(), pages: outside }]
for (const who of personas) {
  const context = await browser.newContext()
  await signInAs(context, program.address, who)
  const page = await context.newPage()
  const pages = await crawl(page, program.address, seen)
  await page.close()
  if (who !== 'paula') for (const { name } of pages) seen.add(name)
  visits.push({ who, context, pages })
}

for (const { who, context, pages } of visits)
  describe(`For ${who}, nothing is in the way on`, () => {
    for (const { name, url } of pages) it(name, () => inspect(context, url))
  })

it('Links lead to most of all addresses', () => {
  assert.ok(seen.size >= PAGES_AT_LEAST, `Links lead to ${seen.size} pages only: ${[...seen].join(', ')}`)
})

/** Wide and light, then narrow and dark: no violation that axe finds, no error in the console, no scrolling sideways. */
async function inspect(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage()
  try {
    const errors = errorsOf(page)
    await page.setViewportSize(WIDE)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const answer = await page.goto(program.address + url)
    assert.equal(answer?.status(), 200, url)
    const wide = await violations(page)
    await page.setViewportSize(NARROW)
    await page.emulateMedia({ colorScheme: 'dark' })
    const narrow = await violations(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.deepEqual({ wide, narrow, overflow, errors }, { wide: [], narrow: [], overflow: 0, errors: [] }, url)
  } finally {
    await page.close()
  }
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
