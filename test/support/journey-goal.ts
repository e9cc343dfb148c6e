import assert from 'node:assert/strict'
import { ask, enterRoom, followLink, hear, look, press, pressButton, type Team, type Walker } from './journey.ts'

export const GOAL = 'Every student can explain in writing how they solved a problem.'

const ARGUMENTS = {
  leader: 'Our students solve well and explain little.',
  member: 'It fits what we already do with number talks.',
  teacher: 'I fear for the time that writing takes.',
} as const

/** The principal writes the goal; answers its address. */
export async function writeGoal(leader: Walker): Promise<string> {
  await enterRoom(leader, 'Goal')
  await look(leader)
  await followLink(leader, 'Write a goal')
  const { page } = leader
  await page.getByLabel(/^What should be different for students/).fill(GOAL)
  await page.getByLabel(/^Where are they today/).fill('9 of 40 explanations were complete in October.')
  await page.getByLabel(/^By when/).fill('2027-06-04')
  await look(leader)
  await pressButton(leader, 'Keep this goal')
  await hear(leader, 'The goal is written down.')
  await look(leader)
  return page.url().replace(/\?.*/, '')
}

/** A teacher leader puts it to the others, and so does not vote. */
export async function openVote(team: Team): Promise<void> {
  const { facilitator, teacher } = team
  const { page } = facilitator
  await enterRoom(facilitator, 'Goal')
  await followLink(facilitator, GOAL)
  await look(facilitator)
  const voters = page.getByRole('form', { name: 'Ask the team' })
  const own = voters.getByLabel(facilitator.name)
  if ((await own.count()) > 0) await own.uncheck()
  if (!(await voters.getByLabel(teacher.name).isVisible())) await page.getByText('Ask others at the school as well').first().click()
  await voters.getByLabel(teacher.name).check()
  await pressButton(facilitator, 'Ask the team')
  await hear(facilitator, 'The vote is open.')
  await hear(facilitator, '0 of 3 have voted')
  await look(facilitator)
}

/** Each in their own browser, from what waits for them on their first page; answers the address of the vote. */
export async function voteSealed(team: Team): Promise<string> {
  const scores = { leader: 5, member: 4, teacher: 2 } as const
  for (const who of ['leader', 'member', 'teacher'] as const) {
    await enterRoom(team[who], 'Now')
    await look(team[who])
    await followLink(team[who], 'Your vote is missing')
    await fillBallot(team[who], scores[who], ARGUMENTS[who])
    await hear(team[who], 'Your vote is sealed.')
    await look(team[who])
  }
  return team.leader.page.url().replace(/\?.*/, '')
}

async function fillBallot(voter: Walker, score: number, argument: string): Promise<void> {
  const { page } = voter
  const ballot = page.getByRole('form', { name: 'My vote' })
  const choices = ballot.getByRole('radio', { name: new RegExp(`^${score}`) })
  await choices.first().waitFor()
  await look(voter)
  for (const choice of await choices.all()) await choice.check()
  await ballot.getByLabel('My argument').fill(argument)
  await ballot.getByLabel('kept without my name').check()
  await pressButton(voter, 'Seal my vote')
}

/** Before the reveal nobody finds a word of a vote anywhere, whoever they are. */
export async function isStillSealed(team: Team, addresses: readonly string[]): Promise<void> {
  for (const walker of Object.values(team)) {
    for (const address of addresses) {
      const { text } = await ask(walker, address)
      for (const words of Object.values(ARGUMENTS)) assert.equal(text.includes(words), false, `${walker.name} reads a vote on ${address}`)
      assert.equal(text.includes('Median'), false, `${walker.name} sees how the votes lie`)
    }
  }
}

/** The facilitator opens the envelope; all see the spread, and what was agreed is written down. */
export async function revealAndAgree(team: Team, voteAddress: string): Promise<void> {
  const { facilitator, leader } = team
  await enterRoom(facilitator, 'Now')
  await followLink(facilitator, 'Everybody has voted')
  await hear(facilitator, '3 of 3 have voted')
  await look(facilitator)
  await pressButton(facilitator, 'Reveal the 3 votes')
  await hear(facilitator, 'The votes are revealed')
  await hear(facilitator, /You are furthest apart here/)
  await facilitator.page.getByLabel(/what do we agree on\?/).fill('It is worth our year, if writing replaces something.')
  await look(facilitator)
  await pressButton(facilitator, 'Keep this as our consensus')
  await hear(facilitator, 'Your consensus is kept.')
  await leader.page.goto(voteAddress)
  for (const words of Object.values(ARGUMENTS)) await hear(leader, words)
  await look(leader)
}

export async function adoptGoal(leader: Walker): Promise<void> {
  await enterRoom(leader, 'Goal')
  await followLink(leader, GOAL)
  await hear(leader, 'It is worth our year, if writing replaces something.')
  await look(leader)
  await press(leader, leader.page.getByRole('button', { name: 'Adopt this goal' }))
  await hear(leader, 'The goal is adopted.')
  await look(leader)
}
