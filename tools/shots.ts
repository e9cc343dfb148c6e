// `npm run shots -- [--quick] [NAME …]`: pictures of every page of the demo district in var/shots, wide and narrow, light and dark, English and Spanish.
import { mkdirSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../test/support/chromium.ts'
import { addressName, crawl, signInAs, type Found } from '../test/support/crawl.ts'
import { startProgram, temporaryVar } from '../test/support/program.ts'
import { urls } from '../src/urls.ts'

type Look = { width: number; colorScheme: 'light' | 'dark'; locale: string }

// Each sees pages that those before do not; Paula leads a school in which nothing has been entered yet.
const personas = ['maria', 'ada', 'dana', 'ben']
const emptySchool = 'paula'
const outside = [urls.demoSignIn({}), urls.signIn({}), urls.passwordReset({}), urls.specimen({})]
const allLooks: Look[] = [1280, 390].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) => ['en-US', 'es-ES'].map((locale) => ({ width, colorScheme, locale }))),
)
const { values: options, positionals: only } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean' } } })
// Wide, light and English, then narrow, dark and Spanish: most of what can go wrong shows in one of them.
const looks = allLooks.filter((_, index) => !options.quick || index === 0 || index === allLooks.length - 1)
const target = 'var/shots'

const folder = temporaryVar()
const program = await startProgram(folder.dir)
const browser = await openBrowser()
try {
  if (only.length === 0) rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  await shootAll(
    'outside',
    outside.map((url) => ({ name: addressName(url) ?? url, url })),
  )
  const seen = new Set<string>()
  for (const persona of personas) {
    const pages = await pagesOf(browser, persona, seen)
    for (const { name } of pages) seen.add(name)
    await shootAll(persona, pages)
  }
  await shootAll(emptySchool, await pagesOf(browser, emptySchool, new Set()))
} finally {
  await browser.close()
  await program.stop()
  folder.remove()
}

async function pagesOf(browser: Browser, persona: string, known: ReadonlySet<string>): Promise<Found[]> {
  const context = await browser.newContext()
  await signInAs(context, program.address, persona)
  const pages = await crawl(await context.newPage(), program.address, known)
  await context.close()
  return pages
}

async function shootAll(persona: string, pages: Found[]): Promise<void> {
  const wanted = pages.filter(({ name }) => only.length === 0 || only.includes(name))
  if (wanted.length === 0) return
  for (const look of looks) await shootIn(look, persona, wanted)
  console.log(`${persona}: ${wanted.map(({ name }) => name).join(', ')}`)
}

async function shootIn({ width, colorScheme, locale }: Look, persona: string, pages: Found[]): Promise<void> {
  const context = await browser.newContext({ colorScheme, locale })
  if (persona !== 'outside') await signInAs(context, program.address, persona)
  const page = await context.newPage()
  for (const { name, url } of pages) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(program.address + url)
    // As tall as the page: what is fixed to the lower edge would else stand in the middle of the picture.
    await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) })
    await page.screenshot({ path: `${target}/${persona}-${name}-${width}-${colorScheme}-${locale.slice(0, 2)}.png`, fullPage: true })
  }
  await context.close()
}
