import assert from 'node:assert/strict'
import { ask, enterRoom, followLink, hear, look, type Team, type Walker } from './journey.ts'
import { FOR_THE_TEAM } from './journey-board.ts'
import { MEASURE } from './journey-cycle.ts'
import { GOAL } from './journey-goal.ts'
import { TRIED } from './journey-strategy.ts'

/** The teacher reads the school's work, finds nothing of the team's own, and is told why she cannot change it. */
export async function teacherSees({ teacher }: Team, teamOnly: string): Promise<void> {
  await seesTheBoard(teacher, teamOnly)
  await seesTheWork(teacher)
}

/** So does the district leader, who comes from her own place. */
export async function districtSees({ district }: Team, place: string, teamOnly: string): Promise<void> {
  await district.page.goto(place)
  await look(district)
  await seesTheBoard(district, teamOnly)
  await seesTheWork(district)
}

async function seesTheBoard(walker: Walker, teamOnly: string): Promise<void> {
  await enterRoom(walker, 'Resources')
  await hear(walker, 'Number talks')
  await look(walker)
  assert.equal(await walker.page.getByText(FOR_THE_TEAM).count(), 0, `${walker.name} sees what the team keeps to itself`)
  assert.equal((await ask(walker, teamOnly)).status, 404)
  for (const view of ['/table', '/table.csv', '/print', '/coverage', '/conversion']) {
    const { text } = await ask(walker, teamOnly.replace(/\/[^/]+$/, view))
    assert.equal(text.includes(FOR_THE_TEAM), false, `${walker.name} sees it in ${view}`)
  }
}

async function seesTheWork(walker: Walker): Promise<void> {
  const { page } = walker
  await enterRoom(walker, 'Goal')
  await followLink(walker, GOAL)
  await look(walker)
  await followLink(walker, /^Strategy/)
  const draw = page.getByRole('button', { name: 'Draw the strategy' })
  assert.equal(await draw.isDisabled(), true)
  await hear(walker, 'Your role here can read this, not change it.')
  await followLink(walker, 'Open it')
  await hear(walker, TRIED)
  await look(walker)
  await enterRoom(walker, 'Evidence')
  await look(walker)
  await followLink(walker, 'What we watch')
  await followLink(walker, MEASURE)
  await page.getByRole('figure').first().waitFor()
  await look(walker)
}
