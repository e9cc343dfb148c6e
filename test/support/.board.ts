import { openBrowser } from './chromium.ts'
import { signInAs } from './crawl.ts'
const browser = await openBrowser()
const ctx = await browser.newContext({ viewport: { width: 1280, height: 1180 }, colorScheme: 'light', locale: 'en' })
await signInAs(ctx, 'http://localhost:4100', 'maria')
const page = await ctx.newPage()
await page.goto('http://localhost:4100/t/cedar-valley/in/lincoln-elementary/resources')
await page.screenshot({ path: 'docs/pictures/board.png' })
await browser.close()
