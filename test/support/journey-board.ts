import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { enterRoom, followLink, hear, look, press, pressButton, type Walker, type Way } from './journey.ts'

/** What this school has, by the question that brings it to mind. */
export const RESOURCES = {
  'What do people here know well?': ['Number talks', 'Reading running records', 'Questions that make students reason'],
  'Which materials and methods serve us?': ['Fraction tiles', 'Shared question bank'],
  'When and how do we already work together?': ['Thursday staff meeting', 'Learning walks', 'Grade 3 planning half hour'],
  'Who trusts whom, and whom do people ask?': ['Ana and Rosa plan together', 'What we worry about in grade 5'],
} as const

export const FOR_THE_TEAM = 'What we worry about in grade 5'
export const MISPLACED = 'Questions that make students reason'

/** Ten resources by the entry lines: type, Enter, and the cursor waits for the next one. */
export async function nameTenResources(leader: Walker): Promise<void> {
  await enterRoom(leader, 'Resources')
  await hear(leader, 'What is in a cupboard here that other schools would want?')
  await look(leader)
  for (const [question, names] of Object.entries(RESOURCES)) for (const name of names) await nameResource(leader, question, name)
  await look(leader)
}

async function nameResource({ page }: Walker, question: string, name: string): Promise<void> {
  const entry = page.getByLabel(question, { exact: true })
  await entry.fill(name)
  await entry.press('Enter')
  await page.getByText(name, { exact: true }).waitFor()
  await entry.and(page.locator(':focus')).waitFor()
  assert.equal(await entry.inputValue(), '')
}

/** The first of what the program found goes onto the board; answers its name. */
export async function acceptFound(leader: Walker): Promise<string> {
  await enterRoom(leader, 'Resources')
  await press(leader, leader.page.getByRole('button', { name: 'Take it onto the board' }).first())
  await hear(leader, 'On the board.')
  const name = leader.page.getByText(/^Common time of /)
  await look(leader)
  return (await name.first().textContent()) ?? ''
}

/** To another kind: lifted and carried by keys, or by the form where there is no script. */
export async function moveByKeys(leader: Walker, { script }: Way): Promise<void> {
  await enterRoom(leader, 'Resources')
  const { page } = leader
  const tools = page.getByRole('region', { name: /^Tools/ })
  if (script) await carry(leader, page.getByRole('button', { name: `Move “${MISPLACED}”` }))
  else await moveByForm(leader)
  await tools.getByText(MISPLACED, { exact: true }).waitFor()
  await page.reload()
  await tools.getByText(MISPLACED, { exact: true }).waitFor()
}

async function carry(leader: Walker, grip: Locator): Promise<void> {
  const { page } = leader
  await press(leader, grip)
  await page.getByRole('status').filter({ hasText: 'Lifted' }).waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowRight')
  await page.getByRole('status').filter({ hasText: 'in Tools' }).waitFor({ state: 'attached' })
  await look(leader)
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'was put down in Tools' }).waitFor({ state: 'attached' })
}

async function moveByForm(leader: Walker): Promise<void> {
  const { page } = leader
  const card = page.getByRole('listitem').filter({ hasText: MISPLACED })
  await card.getByText(MISPLACED, { exact: true }).click()
  await press(leader, card.getByRole('link', { name: 'Move…' }))
  await page.getByLabel('Kind').selectOption('Tools')
  await look(leader)
  await pressButton(leader, 'Move')
  await hear(leader, 'Moved.')
}

/** Keeps one resource to the leadership team; answers its address. */
export async function keepToTheTeam(leader: Walker): Promise<string> {
  await enterRoom(leader, 'Resources')
  const { page } = leader
  const card = page.getByRole('listitem').filter({ hasText: FOR_THE_TEAM })
  await card.getByText(FOR_THE_TEAM, { exact: true }).click()
  await press(leader, card.getByRole('link', { name: 'Open' }))
  await page.getByRole('heading', { level: 1, name: FOR_THE_TEAM }).waitFor()
  await look(leader)
  const address = page.url()
  await followLink(leader, 'Change it')
  await page.getByLabel('The leadership team', { exact: true }).check()
  await look(leader)
  await pressButton(leader, 'Save')
  await hear(leader, 'Changed.')
  return address
}
