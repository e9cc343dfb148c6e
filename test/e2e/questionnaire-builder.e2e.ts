import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/chromium.ts'
import { ask, enterRoom, followLink, hear, look, openWalker, press, pressButton, stepsOf, type Walker } from '../support/journey.ts'
import { startProgram, temporaryVar, type Program } from '../support/program.ts'

const FILE = new URL('../../../shared/interop/limesurvey/ls6_sample_survey_multilingual_fr_de_en_it_ru.lss', import.meta.url)

describe('a principal builds a questionnaire, without script and without a mouse', () => {
  const step = stepsOf()
  const folder = temporaryVar()
  let program: Program
  let browser: Browser
  let leader: Walker
  let draft: string
  before(async () => {
    program = await startProgram(folder.dir)
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await program.stop()
    folder.remove()
  })

  const field = (name: string) => leader.page.getByLabel(name, { exact: true })
  const fill = async (name: string, words: string) => await leader.page.getByLabel(new RegExp(`^${name}`)).fill(words)

  step('reads the bank, then begins', async () => {
    leader = await enter('Maria')
    await enterRoom(leader, 'Evidence')
    await followLink(leader, 'Surveys')
    await followLink(leader, 'Make a questionnaire')
    await look(leader)
    await followLink(leader, 'Read all scales of the bank in full')
    await hear(leader, 'Our meetings are about teaching and learning.')
    await look(leader)
    await leader.page.goBack()
    await field('Title in English').fill('How our week goes')
    await field('What do you want to learn from it? (in English)').fill('To plan our meetings.')
    await leader.page.getByLabel('Professional learning and meeting time').check()
    await pressButton(leader, 'Build it part by part')
    await hear(leader, '4 questions, about 1 minute.')
    draft = leader.page.url().split('?')[0] ?? ''
    await look(leader)
  })

  step('writes a choice, and words for some alone', async () => {
    await addPart('choice', 'Mentors')
    await fill('Answers in English', 'Yes\nNo')
    await fill('Questions in English', 'Do you have a mentor?')
    await pressButton(leader, 'Save')
    await hear(leader, 'Saved.')
    await look(leader)
    await followLink(leader, 'Back to the questionnaire')
    await addPart('text', 'In your words')
    await fill('Questions in English', 'What do you talk about?')
    await pressButton(leader, 'Save')
    await leader.page.getByLabel('It depends on the answer to').selectOption('Do you have a mentor?')
    await pressButton(leader, 'Show its answers')
    await leader.page.getByLabel('Yes', { exact: true }).check()
    await look(leader)
    await pressButton(leader, 'Ask only those')
    await followLink(leader, 'Back to the questionnaire')
    await hear(leader, 'Asked only of those who answered Yes to “Do you have a mentor?”.')
    await look(leader)
  })

  step('asks one question of some alone', async () => {
    await addPart('text', 'What is missing')
    await fill('Questions in English', 'What would help you most?\nWhat keeps you from finding a mentor?')
    await pressButton(leader, 'Save')
    const second = leader.page.getByRole('group', { name: 'Question 2' })
    await press(leader, second.locator('summary', { hasText: 'Ask this only if …' }))
    await second.getByLabel('Which earlier question decides?').selectOption('Do you have a mentor?')
    await look(leader)
    await pressButton(leader, 'Save and show its answers')
    await hear(leader, 'Saved. Now tick the answers after which it is asked.')
    await second.getByLabel('No', { exact: true }).check()
    await look(leader)
    await pressButton(leader, 'Save who is asked')
    await hear(leader, 'Asked only of those who answered No to “Do you have a mentor?”.')
    await look(leader)
    await followLink(leader, 'Back to the questionnaire')
    await look(leader)
    await pressButton(leader, 'Remove “What is missing”')
    await hear(leader, 'Its 2 questions go with it.')
    await leader.page.keyboard.press('Escape')
  })

  step('is told why it is not ready, puts it in order and reads it as others will', async () => {
    await pressButton(leader, 'Move “In your words” up')
    await hear(leader, /is asked only of some, but by a question that does not come before it/)
    await look(leader)
    await pressButton(leader, 'Move “In your words” down')
    await followLink(leader, 'As people will read it')
    await hear(leader, 'nothing that you tick here goes anywhere')
    await look(leader)
    await followLink(leader, 'Back to the questionnaire')
  })

  step('finishes it, adds to its validity file and begins its next version', async () => {
    await pressButton(leader, 'Finish the questionnaire')
    await hear(leader, 'The questionnaire is made.')
    await look(leader)
    await followLink(leader, 'What it may be used for, and what that rests on')
    await fill('What is to be known', 'Nine teachers read it aloud in August.')
    await look(leader)
    await pressButton(leader, 'Add it to the file')
    await hear(leader, 'Nine teachers read it aloud in August.')
    await followLink(leader, 'How our week goes')
    await pressButton(leader, 'Make a new version of this')
    await hear(leader, 'The next version of a questionnaire.')
    assert.equal((await ask(leader, draft)).status, 404)
  })

  step('brings one from a file and looks before anything is made of it', async () => {
    if (!existsSync(FILE)) return
    await leader.page.goto(`${leader.page.url().split('/drafts/')[0]}/bringing`)
    await look(leader)
    await leader.page.getByLabel('File').setInputFiles(FILE.pathname)
    await pressButton(leader, 'Look at it')
    await hear(leader, '32 questions come over.')
    await look(leader)
    await fill('What do you want to learn from it', 'To see how a file comes over.')
    await pressButton(leader, 'Make the questionnaire')
    await hear(leader, 'The questionnaire is made.')
    await look(leader)
  })

  async function addPart(kind: string, heading: string): Promise<void> {
    await leader.page.getByLabel('A part of your own').selectOption(kind)
    await pressButton(leader, 'Add and write it')
    await field('Heading in English').fill(heading)
  }

  async function enter(given: string): Promise<Walker> {
    const walker = await openWalker(browser, given, { address: program.address, script: false })
    await walker.page.goto(program.address)
    await press(walker, walker.page.getByRole('button', { name: `Be ${given}` }))
    await hear(walker, `for you, ${given}`)
    return walker
  }
})
