import type { Browser, BrowserContext, CDPSession } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { openBrowser } from '../../test/support/chromium.ts'
import { type Asked, tokenOf } from './people.ts'

const TIMES = 7
const SLOWER = 4
const QUIET_MILLISECONDS = 4000

/** "Slow 4G": a round trip of 150 ms; Chromium's own tools add more than that to each request. */
const LINES = [150, 562.5].map((latency) => ({
  offline: false,
  latency,
  downloadThroughput: (1.44 * 1024 * 1024) / 8,
  uploadThroughput: (0.675 * 1024 * 1024) / 8,
}))

type Line = (typeof LINES)[number]
type Seen = { requests: number; later: number; bytes: number; lcp: number }

/** A phone that has never been here opens a link: how many requests, how many bytes, and when the largest thing stands. */
export async function measurePage(address: string, asked: Asked): Promise<void> {
  const browser = await openBrowser()
  const url = address + urls.respond({ token: tokenOf(asked.survey, 0) })
  for (const line of LINES) report(line, await openOften(browser, url, line))
  await browser.close()
}

async function openOften(browser: Browser, url: string, line: Line): Promise<Seen[]> {
  const seen: Seen[] = []
  for (let time = 0; time < TIMES; time++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
    seen.push(await openOnPhone(context, url, line))
    await context.close()
  }
  return seen
}

async function openOnPhone(context: BrowserContext, url: string, line: Line): Promise<Seen> {
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.emulateNetworkConditions', line)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const count = counting(tools)
  await page.goto(url, { waitUntil: 'load' })
  const atLoad = { ...count }
  await page.waitForTimeout(QUIET_MILLISECONDS)
  const lcp = await page.evaluate(largestPaint)
  return { requests: atLoad.requests, later: count.requests - atLoad.requests, bytes: atLoad.bytes, lcp }
}

function counting(tools: CDPSession): { requests: number; bytes: number } {
  const count = { requests: 0, bytes: 0 }
  tools.on('Network.requestWillBeSent', () => count.requests++)
  tools.on('Network.loadingFinished', ({ encodedDataLength }) => (count.bytes += encodedDataLength))
  return count
}

/** Runs in the page. */
async function largestPaint(): Promise<number> {
  return await new Promise((resolve) => {
    const watch = new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0))
    watch.observe({ type: 'largest-contentful-paint', buffered: true })
  })
}

function report({ latency }: Line, seen: readonly Seen[]): void {
  const median = (one: keyof Seen) => seen.map((each) => each[one]).toSorted((a, b) => a - b)[Math.floor(seen.length / 2)] ?? 0
  console.log(
    `page, cold, processor ${SLOWER}× slower, slow 4G with ${latency} ms a request: ${median('requests')} requests (goal: 2), ` +
      `${(median('bytes') / 1000).toFixed(1)} kB, largest contentful paint after ${median('lcp').toFixed(0)} ms (goal: 800); ` +
      `${median('later')} requests later, of the copy for a lost line`,
  )
}
