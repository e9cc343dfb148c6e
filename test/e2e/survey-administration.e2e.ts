import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/chromium.ts'
import { ask, enterRoom, followLink, hear, look, openWalker, press, pressButton, stepsOf, type Walker } from '../support/journey.ts'
import { startProgram, temporaryVar, type Program } from '../support/program.ts'

const DAY = 24 * 60 * 60_000

describe('a principal asks her staff, without script and without a mouse', () => {
  const step = stepsOf()
  const folder = temporaryVar()
  let program: Program
  let browser: Browser
  let leader: Walker
  let survey: string
  before(async () => {
    program = await startProgram(folder.dir)
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await program.stop()
    folder.remove()
  })

  const main = () => leader.page.getByRole('main')
  const dayFrom = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

  step('finds what runs and what is over', async () => {
    leader = await enter('Maria')
    await enterRoom(leader, 'Evidence')
    await followLink(leader, 'Surveys')
    await hear(leader, 'After our Tuesday meetings')
    await hear(leader, 'Cedar Valley Unified')
    await look(leader)
  })

  step('chooses a questionnaire and a promise that says what it means', async () => {
    await main().getByRole('table', { name: 'Questionnaires' }).getByRole('link').first().click()
    await followLink(leader, 'Ask with this questionnaire')
    await hear(leader, 'sealed until the close')
    assert.ok(await leader.page.getByRole('radio', { name: /^Anonymous \(recommended\)/ }).isChecked())
    await look(leader)
  })

  step('is told at the field what cannot be, and loses nothing of what was typed', async () => {
    await leader.page.getByRole('radio', { name: /^Confidential/ }).check()
    await leader.page.getByLabel('On days of my own').check()
    await leader.page.getByLabel(/^Own day 1/).fill(dayFrom(300))
    await pressButton(leader, 'See who will be asked')
    await hear(leader, 'A reminder comes after the first day and not after the last.')
    assert.ok(await leader.page.getByRole('radio', { name: /^Confidential/ }).isChecked())
    assert.equal(await leader.page.getByLabel(/^Own day 1/).inputValue(), dayFrom(300))
    await lookAtRefusal()
  })

  step('sees whom it would ask before anything leaves', async () => {
    await leader.page.getByRole('radio', { name: /^Anonymous/ }).check()
    await leader.page.getByLabel('On suggested days').check()
    await leader.page.getByLabel('First day', { exact: true }).fill(dayFrom(2))
    await leader.page.getByLabel('Last day', { exact: true }).fill(dayFrom(23))
    await pressButton(leader, 'See who will be asked')
    await leader.page.getByRole('heading', { name: /people will be asked$/ }).waitFor()
    await hear(leader, /Reminders on/)
    await look(leader)
  })

  step('opens it', async () => {
    await pressButton(leader, 'Open the survey')
    await hear(leader, 'The survey is on its way.')
    survey = leader.page.url().split('?')[0] ?? ''
    await hear(leader, 'Has not begun')
    await hear(leader, /\(planned\)/)
    await look(leader)
  })

  step('gives more time, and cannot take time back', async () => {
    await leader.page.getByLabel('New last day').fill(dayFrom(5))
    await pressButton(leader, 'Move the last day')
    await hear(leader, 'Choose a day after the last day that was announced.')
    await lookAtRefusal()
    await leader.page.getByLabel('New last day').fill(dayFrom(30))
    await pressButton(leader, 'Move the last day')
    await hear(leader, 'The last day is moved.')
  })

  step('is asked once more before it closes', async () => {
    await followLink(leader, /^Close it now/)
    await hear(leader, 'Nobody can open it again.')
    await look(leader)
    await followLink(leader, 'Leave it open')
    await followLink(leader, /^Close it now/)
    await pressButton(leader, 'Close the survey now')
    await hear(leader, 'The survey is closed. Its answers are being counted.')
    await look(leader)
  })

  step('is not there for the principal of another school', async () => {
    const outsider = await enter('Omar')
    assert.equal((await ask(outsider, survey)).status, 404)
    assert.equal((await ask(outsider, survey.replace(/\/in\/[^/]+/, '/in/rivera-high'))).status, 404)
  })

  /** A refused form is an answer of 422, which the browser itself writes to its console. */
  async function lookAtRefusal(): Promise<void> {
    const own = leader.errors.splice(0)
    assert.ok(own.every((error) => error.includes('status of 422')))
    await look(leader)
  }

  async function enter(given: string): Promise<Walker> {
    const walker = await openWalker(browser, given, { address: program.address, script: false })
    await walker.page.goto(program.address)
    await press(walker, walker.page.getByRole('button', { name: `Be ${given}` }))
    await hear(walker, `for you, ${given}`)
    return walker
  }
})
