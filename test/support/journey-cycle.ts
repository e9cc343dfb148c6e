import { enterRoom, followLink, hear, look, press, pressButton, type Walker } from './journey.ts'
import { GOAL } from './journey-goal.ts'
import { TRIED } from './journey-strategy.ts'

export const MEASURE = 'Students asked for reasons'

// Twelve weeks: ordinary ups and downs, then a run on the good side.
const EVENTS = [8, 9, 7, 8, 10, 15, 16, 15, 17, 16, 18, 17]
const LINES = EVENTS.map((events, week) => `${dayOf(week)}, ${events}, 24, ${week === 5 ? 'planned together' : ''}`).join('\n')

/** A measure with twelve points, pasted as they stand in a spreadsheet, and drawn. */
export async function watchMeasure(leader: Walker): Promise<void> {
  const { page } = leader
  await enterRoom(leader, 'Evidence')
  await look(leader)
  await followLink(leader, 'What we watch')
  await look(leader)
  await followLink(leader, 'Add a measure')
  await page.getByLabel('Measure', { exact: true }).fill(MEASURE)
  await page.getByLabel('So many out of so many').check()
  await page.getByLabel('Up', { exact: true }).check()
  await page.getByLabel('How exactly is it counted?').fill('Students called on who had to give a reason, out of all called on.')
  await page.getByLabel(/^For which goal\?/).selectOption({ label: GOAL })
  await look(leader)
  await pressButton(leader, 'Begin to watch it')
  await hear(leader, 'The measure is there.')
  await look(leader)
  await page.getByText('Paste many points at once').click()
  await page.getByLabel('Lines', { exact: true }).fill(LINES)
  await pressButton(leader, 'Add these points')
  await hear(leader, 'The points are on the chart.')
  await page.getByRole('figure').first().waitFor()
  await hear(leader, 'All 12 points')
  await look(leader)
}

/** Planned with a prediction, begun, seen, studied against the prediction, decided. */
export async function runCycle(leader: Walker): Promise<void> {
  await planCycle(leader)
  await pressButton(leader, 'Begin the cycle')
  await hear(leader, 'The cycle has begun.')
  await look(leader)
  await observe(leader)
  await study(leader)
  await decide(leader)
}

async function planCycle(leader: Walker): Promise<void> {
  const { page } = leader
  await enterRoom(leader, 'Goal')
  await followLink(leader, GOAL)
  await followLink(leader, /^Strategy/)
  await followLink(leader, 'Open it')
  await press(leader, page.getByRole('group', { name: 'Diagram' }).getByRole('link', { name: TRIED }))
  await followLink(leader, 'Try it in a cycle')
  await page.getByLabel('What do you want to find out?').fill('Does a question planned together bring more reasons?')
  await page.getByLabel(/^Prediction/).fill('At least 14 of 24 students give a reason within three weeks.')
  await page.getByLabel(/^Which measure will you watch\?/).selectOption({ label: MEASURE })
  await look(leader)
  await pressButton(leader, 'Plan a cycle')
  await hear(leader, 'The cycle is planned.')
  await look(leader)
}

async function observe(leader: Walker): Promise<void> {
  await leader.page.getByLabel('What did you see?').fill('Students waited for each other before they spoke.')
  await pressButton(leader, 'Write down what was seen')
  await hear(leader, 'Students waited for each other before they spoke.')
}

async function study(leader: Walker): Promise<void> {
  const { page } = leader
  const result = page.getByLabel(/^What came, in the words of the prediction\?/)
  if (!(await result.isVisible())) await page.getByText('Hold the result against the prediction').click()
  await result.fill('17 of 24 in the last week.')
  await page.getByLabel('As predicted').check()
  await page.getByLabel('First line').fill('One planned question changes the whole lesson.')
  await look(leader)
  await pressButton(leader, 'Record the study')
  await hear(leader, 'The study is written down.')
  await look(leader)
}

async function decide(leader: Walker): Promise<void> {
  const { page } = leader
  await page.getByRole('radio', { name: /^Adopt/ }).check()
  await page.getByLabel('Why?').fill('It held for seven weeks.')
  await pressButton(leader, 'Record the decision')
  await hear(leader, 'The decision is written down.')
  await page.getByRole('figure').first().waitFor()
  await look(leader)
}

/** The Tuesday of a week, counted from the first of September 2026. */
function dayOf(week: number): string {
  return new Date(Date.UTC(2026, 8, 1 + 7 * week)).toISOString().slice(0, 10)
}
