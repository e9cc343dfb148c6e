import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { after, before, describe } from 'node:test'
import { serve, type ServerType } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import writeWorkbook from 'write-excel-file/node'
import { foldClosed } from '../../src/slices/surveys/folding/commands.ts'
import { urls } from '../../src/urls.ts'
import { LINCOLN, surveysIn } from '../support/asked-staff.ts'
import { openBrowser } from '../support/chromium.ts'
import { followLink, hear, look, openWalker, pressButton, stepsOf, type Walker } from '../support/journey.ts'
import { repository } from '../support/server.ts'
import { openWorld, type World } from '../support/world.ts'

const PHONE = { width: 320, height: 640 }
const PEOPLE = 12

/** Questionnaires of other people's where they lie beside the project, else one of our own in the first of their forms. */
const FOREIGN = ['xlsform/yes_or_no_question.xlsx', 'limesurvey/ls6_sample_survey_multilingual_fr_de_en_it_ru.lss']
  .map((path) => join(repository, '../shared/interop', path))
  .filter((path) => existsSync(path))

for (const path of FOREIGN.length > 0 ? FOREIGN : ['own.xlsx'])
  describe(`a questionnaire from ${basename(path)}, from the file to the report, without script`, () => {
    const step = stepsOf()
    let world: World
    let browser: Browser
    let server: ServerType
    let address: string
    let leader: Walker
    let survey: string
    let questionnaire: string
    /** The first question that came over, as people read it. */
    let question: string
    before(async () => {
      world = await openWorld()
      await surveysIn(world).hire('lincoln', PEOPLE - 3)
      browser = await openBrowser()
      await new Promise<void>((resolve) => (server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())))
      address = `http://localhost:${(server.address() as AddressInfo).port}` // a server that listens on TCP has such an address
      leader = await openWalker(browser, 'Maria', { address, script: false })
      const session = await world.deps.signIn.openSession(world.ids.identities.maria, new Headers())
      for (const cookie of session.cookies) {
        const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/) ?? []
        await leader.context.addCookies([{ name, value, url: address }])
      }
    })
    after(async () => {
      await browser.close()
      server.close()
      await world.close()
    })

    step('is looked at before anything is made of it', async () => {
      await leader.page.goto(address + urls.surveys(LINCOLN))
      await followLink(leader, 'Make a questionnaire')
      await followLink(leader, 'Bring one from a file')
      await leader.page.getByLabel('File').setInputFiles(await fileOf(path))
      await pressButton(leader, 'Look at it')
      await hear(leader, /^\d+ questions? comes? over\./)
      await look(leader)
    })

    step('becomes a questionnaire', async () => {
      for (const title of await leader.page.getByLabel(/^Title/).all()) await title.fill('Brought along')
      await leader.page.getByLabel('What do you want to learn from it?').fill('How people are.')
      await pressButton(leader, 'Make the questionnaire')
      await leader.page.getByRole('heading', { name: 'Brought along', level: 1 }).waitFor()
      questionnaire = leader.page.url()
      question =
        (await leader.page.getByRole('main').getByRole('listitem').filter({ hasText: /\w{3}/ }).last().innerText()).split('\n')[0] ?? ''
      await look(leader)
    })

    step('is put to the staff, anonymously', async () => {
      await followLink(leader, 'Ask with this questionnaire')
      await leader.page.getByLabel('First day', { exact: true }).fill('2026-10-06')
      await leader.page.getByLabel('Last day', { exact: true }).fill('2026-10-20')
      await pressButton(leader, 'See who will be asked')
      await hear(leader, `${PEOPLE} people will be asked`)
      await pressButton(leader, 'Open the survey')
      await leader.page.waitForURL(/surveys\/[0-9a-f-]{36}/)
      survey = /surveys\/([0-9a-f-]{36})/.exec(leader.page.url())?.[1] ?? ''
      await look(leader)
    })

    step(`is answered by ${PEOPLE} people on phones of 320 pixels`, async () => {
      const links = [...(await surveysIn(world).links(survey)).values()]
      assert.equal(links.length, PEOPLE)
      for (const [at, link] of links.entries()) await answer(address + link, at)
    })

    step('is closed and its report is read', async () => {
      await leader.page.reload()
      await followLink(leader, /^Close it now/)
      await pressButton(leader, 'Close the survey now')
      await hear(leader, 'The survey is closed.')
      await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId: survey })
      await leader.page.goto(address + urls.survey({ ...LINCOLN, survey }))
      await followLink(leader, 'Read the report')
      await hear(leader, question)
      await hear(leader, /half or more|fewer than half/)
      await look(leader)
    })

    step('takes answers that were given on paper, after a look at what can be counted', async () => {
      await leader.page.goto(questionnaire)
      await followLink(leader, 'Bring answers gathered elsewhere')
      await look(leader)
      const buffer = Buffer.from([`name,"${question}"`, 'A,1', 'B,1', 'C,1', 'D,1', 'E,1', 'A,1'].join('\n'))
      await leader.page.getByLabel('File').setInputFiles({ name: 'paper.csv', mimeType: 'text/csv', buffer })
      await pressButton(leader, 'Look at it')
      await hear(leader, '6 rows can be counted')
      await leader.page.getByLabel('Who answered').selectOption({ label: 'name' })
      await pressButton(leader, 'Look again with these columns')
      await hear(leader, '5 rows can be counted')
      await hear(leader, 'each person once; the first row counts')
      await leader.page.setViewportSize(PHONE)
      assert.equal(await leader.page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false)
      await look(leader)
      await leader.page.getByLabel('Last day on which people answered').fill('2026-09-30')
      await pressButton(leader, 'Bring 5 answers without 1 row')
      await hear(leader, 'The answers are here.')
      await hear(leader, /Maria Alvarez brought them from a file, paper\.csv/)
      await look(leader)
    })

    async function answer(link: string, at: number): Promise<void> {
      const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false, locale: 'en-US' })
      const page = await context.newPage()
      await page.goto(link)
      for (const group of await page.getByRole('group').all()) {
        const options = await group.getByRole('radio').all()
        await options[((at * 7) % 3) % Math.max(1, options.length)]?.check()
      }
      for (const words of await page.getByRole('textbox').all()) await words.fill('Our mornings.')
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      assert.equal(tooWide, false)
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('heading', { name: 'Thank you' }).waitFor()
      await context.close()
    }
  })

async function fileOf(path: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const mimeType = 'application/octet-stream'
  return { name: basename(path), mimeType, buffer: existsSync(path) ? readFileSync(path) : await ownForm() }
}

async function ownForm(): Promise<Buffer> {
  const row = (...cells: string[]) => cells.map((value) => ({ value, type: String }))
  const survey = [
    row('type', 'name', 'label'),
    row('select_one mood', 'mood', 'How was your week?'),
    row('text', 'why', 'What made it so?'),
  ]
  const choices = [row('list_name', 'name', 'label'), row('mood', '1', 'Hard'), row('mood', '2', 'Mixed'), row('mood', '3', 'Good')]
  return await writeWorkbook([
    { sheet: 'survey', data: survey },
    { sheet: 'choices', data: choices },
  ]).toBuffer()
}
