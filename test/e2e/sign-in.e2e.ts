import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { openBrowser } from '../support/chromium.ts'
import { signInAs } from '../support/crawl.ts'
import { startProgram, temporaryVar, type Program } from '../support/program.ts'

const PASSWORD = 'seven lanterns by the mill'
const NEWER = 'a heron waits in the reeds'
const EMAIL = 'ines.marsh@mail.example'

describe('somebody new', () => {
  const folder = temporaryVar()
  let program: Program
  let browser: Browser
  before(async () => {
    program = await startProgram(folder.dir)
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await program.stop()
    folder.remove()
  })

  it('is invited by the administrator and comes in, without script', async () => {
    const page = await pageOf('ada')
    await page.goto(program.address + urls.adminPeople({ tenant: 'cedar-valley' }))
    await page.getByLabel('Given name').fill('Ines')
    await page.getByLabel('Family name').fill('Marsh')
    await page.getByRole('button', { name: 'Add a person' }).click()
    await page.getByLabel('Role').selectOption('teacher')
    await page.getByLabel('Place', { exact: true }).selectOption({ label: 'Lincoln Elementary' })
    await page.getByRole('button', { name: 'Give this role' }).click()
    await page.getByRole('link', { name: 'Invite to sign in' }).click()
    await page.getByLabel('E-mail address').fill(EMAIL)
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await page.getByText('The invitation is on its way.').waitFor()

    const newcomer = await strangersPage()
    await openNewestLetter(newcomer, 'invites you')
    await newcomer.getByRole('heading', { name: 'An invitation to Cedar Valley Unified' }).waitFor()
    await isAccessible(newcomer.url(), async (page) => {
      await page.getByLabel('New password').fill('short')
      await page.getByRole('button', { name: 'Accept the invitation' }).click()
      await page.getByRole('alert').getByText('at least 15 characters').waitFor()
    })
    await newcomer.getByLabel('New password').fill(PASSWORD)
    await newcomer.getByRole('button', { name: 'Accept the invitation' }).click()
    await newcomer.getByText('Welcome. You can begin.').waitFor()
  })

  it('signs in by keyboard alone, and out again', async () => {
    const page = await strangersPage()
    await page.goto(program.address + urls.signIn({}, { next: '/me' }))
    await page.locator('input[name=email]:focus').waitFor()
    await page.keyboard.type(EMAIL)
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'About me' }).waitFor()
    await page.goto(program.address + urls.signOut({}))
    await page.getByRole('button', { name: 'Sign out' }).press('Enter')
    await page.getByText('You have signed out.').waitFor()
  })

  it('forgets the password and sets a new one by letter', async () => {
    const page = await strangersPage()
    await page.goto(program.address + urls.signIn({}))
    await page.getByRole('link', { name: 'I have forgotten my password' }).click()
    await page.getByLabel('E-mail address').fill(EMAIL)
    await page.getByRole('button', { name: 'Send me the link' }).click()
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
    await openNewestLetter(page, 'A new password for Groundwork')
    await isAccessible(page.url(), async (page) => {
      await page.getByLabel('New password').fill(EMAIL)
      await page.getByRole('button', { name: 'Set the password and sign in' }).click()
      await page.getByRole('alert').getByText('made of your name').waitFor()
    })
    await page.getByLabel('New password').fill(NEWER)
    await page.getByRole('button', { name: 'Set the password and sign in' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/password-reset'))
    await page.goto(program.address + urls.mySessions({}))
    await page.getByText('One session').waitFor()
  })

  async function pageOf(persona: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-US', javaScriptEnabled: false })
    await signInAs(context, program.address, persona)
    return await context.newPage()
  }

  async function strangersPage(): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-US', javaScriptEnabled: false })
    return await context.newPage()
  }

  /** Letters leave by the queue, so the page is asked until the one wanted is there. */
  async function openNewestLetter(page: Page, subject: string): Promise<void> {
    const letter = page.locator('details').filter({ hasText: subject }).first()
    await page.goto(program.address + urls.demoOutbox({}))
    for (let tries = 0; tries < 60 && (await letter.count()) === 0; tries++) {
      await page.waitForTimeout(250)
      await page.reload()
    }
    assert.equal(await letter.count(), 1, `No letter says “${subject}”.`)
    const link = letter.getByRole('link').first()
    if (!(await link.isVisible())) await letter.locator('summary').click()
    await link.click()
  }

  /** The page as it comes and as it comes back with an error; axe needs script, so it looks from a browser that has it. */
  async function isAccessible(url: string, makeError: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ locale: 'en-US' })
    const page = await context.newPage()
    await page.goto(url)
    const before = await violationsOn(page)
    await makeError(page)
    assert.deepEqual([before, await violationsOn(page)], [[], []])
    await context.close()
  }
})

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
