import { openBrowser } from './chromium.ts'
const [who, width, lang, ...paths] = process.argv.slice(2)
const browser = await openBrowser()
const ctx = await browser.newContext({ viewport: { width: Number(width), height: 800 }, locale: lang })
const page = await ctx.newPage()
page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text()))
await page.goto('http://localhost:4100/demo/sign-in')
if (who !== 'none') { await page.locator(`form:has(input[value="${who}"]) button`).click(); await page.waitForLoadState() }
for (const path of paths) {
  if (path !== '-') await page.goto('http://localhost:4100' + path)
  const name = `/tmp/shots/${who}-${width}-${lang}-${(path === '-' ? 'home' : path).replaceAll(/[^a-z0-9]+/gi, '_').slice(0, 60)}.png`
  await page.screenshot({ path: name, fullPage: true })
  console.log(name, await page.title(), page.url())
}
await browser.close()
