import type { BrowserContext, Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'

export type Found = { name: string; url: string }

const patterns = Object.entries(urls).map(([name, { pattern }]) => {
  const regex = new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '([^/]+)')}$`)
  return { name, regex, names: pattern.match(/:\w+/g)?.length ?? 0 }
})

/** The name in urls.ts of an address; of several that fit, the one with the fewest parameters. */
export function addressName(path: string): string | undefined {
  const fitting = patterns.filter(({ regex }) => regex.test(path))
  return fitting.sort((one, other) => one.names - other.names)[0]?.name
}

/** Signs in as one of the demo district's people, by the button that people press. */
export async function signInAs(context: BrowserContext, address: string, person: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${address}${urls.demoSignIn({})}`)
  await page.locator(`form:has(input[name=person][value="${person}"]) button`).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/demo'))
  await page.close()
}

// The first of several goals or surveys may be one that has just begun, and leads nowhere yet.
const FOLLOWED_OF_A_NAME = 3

/** Follows links from the home page and gives one page for each address of urls.ts that they lead to. */
export async function crawl(page: Page, address: string, known: ReadonlySet<string> = new Set()): Promise<Found[]> {
  const found = new Map<string, Set<string>>()
  const waiting = ['/']
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const link of await linksOn(page, address, path)) {
      const name = addressName(link)
      if (!name || known.has(name) || isNoPage(name)) continue
      const links = found.get(name) ?? new Set()
      if (links.has(link) || links.size === FOLLOWED_OF_A_NAME) continue
      found.set(name, links.add(link))
      waiting.push(link)
    }
  }
  return [...found].map(([name, [url = '']]) => ({ name, url }))
}

/** Files to download and addresses that end the visit. */
function isNoPage(name: string): boolean {
  return /Csv$|Xlsform$|Package$|rosterReport$|LoadReport$|^signOut$|^api/.test(name)
}

async function linksOn(page: Page, address: string, path: string): Promise<string[]> {
  await page.goto(address + path)
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href)) // The selector asks for links alone.
  return links.filter((link) => link.startsWith(`${address}/`)).map((link) => new URL(link).pathname)
}
