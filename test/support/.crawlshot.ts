import { openBrowser } from './chromium.ts'
import { crawl, signInAs } from './crawl.ts'
const [who, width, scheme, lang] = process.argv.slice(2)
const browser = await openBrowser()
const ctx = await browser.newContext({ viewport: { width: Number(width), height: 800 }, colorScheme: scheme as 'light', locale: lang })
await signInAs(ctx, 'http://localhost:4100', who!)
const page = await ctx.newPage()
for (const f of await crawl(page, 'http://localhost:4100')) { await page.goto('http://localhost:4100' + f.url); await page.screenshot({ path: `/tmp/shots/c-${who}-${width}-${scheme}-${f.name}.png`, fullPage: true }); console.log(f.name) }
await browser.close()
