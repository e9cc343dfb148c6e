import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { serve, type ServerType } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { draftGoal } from '../../src/slices/goals/commands.ts'
import { drawStrategy } from '../../src/slices/strategy/commands.ts'
import { addDriver, addIdea } from '../../src/slices/strategy/diagram/commands.ts'
import { urls } from '../../src/urls.ts'
import { openBrowser } from '../support/chromium.ts'
import { openWorld, type World } from '../support/world.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const GOAL = { circle: 'school', forWhom: '', baseline: '', target: '', dueOn: null, evidence: '' } as const
const THEORY = { leadersDo: 'we plan', adultsChange: 'they ask', studentsGain: 'they reason', circle: 'school' } as const

describe('the diagram of a strategy', () => {
  let world: World
  let browser: Browser
  let server: ServerType
  let address: string
  before(async () => {
    world = await openWorld()
    browser = await openBrowser()
    await new Promise<void>((resolve) => (server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())))
    address = `http://localhost:${(server.address() as AddressInfo).port}` // a server that listens on TCP has such an address
  })
  after(async () => {
    await browser.close()
    server.close()
    await world.close()
  })

  /** First (A, B), Second (C), Third: a fresh strategy of Lincoln. */
  async function drawn(): Promise<{ url: string; ideas: Record<'A' | 'B' | 'C', string>; drivers: string[]; strategy: string }> {
    const scope = await world.scope('maria')
    const { db } = world.deps
    const place = { id: world.ids.schools.lincoln, path: [world.ids.roots['cedar-valley'], world.ids.schools.lincoln] }
    const goal = await draftGoal(db, scope, place, { ...GOAL, statement: { en: 'Every student explains' } })
    const strategy = await drawStrategy(db, scope, place, goal, THEORY)
    const drivers: string[] = []
    for (const statement of ['First', 'Second', 'Third']) {
      drivers.push(await addDriver(db, scope, place, strategy, { statement, why: '', measureId: null }))
    }
    const idea = async (driver: number, statement: string) => await addIdea(db, scope, place, strategy, drivers[driver] ?? '', statement)
    const ideas = { A: await idea(0, 'Idea A'), B: await idea(0, 'Idea B'), C: await idea(1, 'Idea C') }
    return { url: urls.strategy({ ...LINCOLN, strategy }), ideas, drivers, strategy }
  }

  async function open(url: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
    // Tall enough that nothing scrolls while something is dragged.
    const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, ...options })
    const { cookies } = await world.deps.signIn.openSession(world.ids.identities.maria, new Headers())
    const pairs = cookies.map((cookie) => /^([^=]+)=([^;]*)/.exec(cookie))
    await context.addCookies(pairs.map((pair) => ({ name: pair?.[1] ?? '', value: pair?.[2] ?? '', url: address })))
    const page = await context.newPage()
    await page.goto(address + url)
    if (options.javaScriptEnabled !== false) await page.locator('.canvas-awake').waitFor()
    return page
  }

  /** What stands in the diagram, in the order of reading. */
  async function shape(page: Page): Promise<string> {
    return (await page.locator('.card-driver a, .card-idea a').allTextContents()).join(' ')
  }

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

  it('is walked along its lines by arrow keys', async () => {
    const page = await open((await drawn()).url)
    await page.getByRole('link', { name: 'Every student explains' }).last().focus()
    const seen: (string | null | undefined)[] = []
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
      await page.keyboard.press(key)
      seen.push(await focused(page))
    }
    assert.deepEqual(seen, ['First', 'Idea A', 'Idea B', 'Idea C', 'Second', 'First'])
  })

  it('is changed by keys, keeps the focus on what was moved, and keeps the change', async () => {
    const page = await open((await drawn()).url)
    await page.getByRole('link', { name: 'Idea B' }).first().focus()
    const taken = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.keyboard.press('Alt+ArrowDown')
    assert.equal((await taken).status(), 303)
    await page.getByRole('status').getByText('Moved.').waitFor()
    assert.equal(await focused(page), 'Idea B')
    assert.equal(await shape(page), 'First Idea A Second Idea B Idea C Third')
    await page.reload()
    assert.equal(await shape(page), 'First Idea A Second Idea B Idea C Third')
  })

  it('is changed by the mouse', async () => {
    const page = await open((await drawn()).url)
    const taken = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.locator('.card-idea').first().dragTo(page.locator('.card-driver').nth(2))
    await taken
    await page.reload()
    assert.equal(await shape(page), 'First Idea B Second Idea C Third Idea A')
  })

  it('takes a move back, and says so, when the server refuses it', async () => {
    const page = await open((await drawn()).url)
    await page.route('**/place', (route) => route.fulfill({ status: 409, body: '' }))
    await page.getByRole('link', { name: 'Idea B' }).first().focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('it is back where it was').waitFor()
    assert.equal(await shape(page), 'First Idea A Idea B Second Idea C Third')
  })

  it('is changed by forms where no script runs', async () => {
    const { url, ideas, drivers, strategy } = await drawn()
    const page = await open(urls.changeIdea({ ...LINCOLN, strategy, idea: ideas.A }), { javaScriptEnabled: false })
    await page.getByText('Reword, move or take out').click()
    const form = page.locator(`form[id="place-${drivers[1]}"]`)
    await form.getByLabel('Under “Second”').selectOption({ label: 'before “Idea C”' })
    await form.getByRole('button', { name: 'Move' }).click()
    await page.waitForURL((at) => at.pathname === url)
    assert.equal(await shape(page), 'First Idea B Second Idea A Idea C Third')
  })
})
