import assert from 'node:assert/strict'
import { enterRoom, followLink, hear, look, press, pressButton, type Team, type Walker, type Way } from './journey.ts'
import { GOAL } from './journey-goal.ts'

type Drawn = { driver: string; ideas: { idea: string; way: string; resource: string; who: keyof Team; what: string }[] }

const DRAWN: Drawn[] = [
  {
    driver: 'Teachers ask questions that ask for reasons',
    ideas: [
      {
        idea: 'Plan one question together each week',
        way: 're-purposes',
        resource: 'Thursday staff meeting',
        who: 'facilitator',
        what: 'Brings three recorded questions',
      },
      {
        idea: 'Watch a number talk in another room',
        way: 'uses',
        resource: 'Number talks',
        who: 'teacher',
        what: 'Opens the room on Wednesdays',
      },
    ],
  },
  {
    driver: 'Students write in every lesson',
    ideas: [
      {
        idea: 'Collect explanations that work',
        way: 'generates',
        resource: 'Shared question bank',
        who: 'member',
        what: 'Copies five explanations a week',
      },
    ],
  },
]

/** The idea that is tried in a cycle afterwards. */
export const TRIED = 'Plan one question together each week'

const SECOND = 'Watch a number talk in another room'

/** Two drivers and three change ideas, each leaning on a resource by name, each with somebody who promised something. */
export async function drawStrategy(team: Team): Promise<void> {
  const { leader } = team
  await startStrategy(leader)
  for (const [index, { driver, ideas }] of DRAWN.entries()) {
    await addDriver(leader, driver, index > 0)
    for (const one of ideas) {
      await addIdea(leader, one.idea)
      await leanOn(leader, one.way, one.resource)
      await commit(leader, team[one.who].name, one.what)
      await look(leader)
      await followLink(leader, driver)
    }
    await followLink(leader, 'How we mean to get there')
  }
  await leader.page.getByRole('group', { name: 'Diagram' }).waitFor()
  await look(leader)
  await followLink(leader, 'Outline')
  await leader.page.getByText('No longer leans on').waitFor({ state: 'detached' })
  await look(leader)
}

async function startStrategy(leader: Walker): Promise<void> {
  const { page } = leader
  await enterRoom(leader, 'Goal')
  await followLink(leader, GOAL)
  await followLink(leader, /^Strategy/)
  await look(leader)
  await page.getByLabel('If leaders do…').fill('leaders plan one question a week with each grade team,')
  await page.getByLabel('then the adults in the school change…').fill('teachers ask for reasons,')
  await page.getByLabel('so that students gain…').fill('students explain their thinking.')
  await pressButton(leader, 'Draw the strategy')
  await hear(leader, 'The strategy is there.')
  await look(leader)
}

async function addDriver(leader: Walker, driver: string, folded: boolean): Promise<void> {
  const { page } = leader
  if (folded) await page.getByText('Add a driver').first().click()
  await page.getByLabel('What has to change?').fill(driver)
  await pressButton(leader, 'Add a driver')
  await hear(leader, 'The driver is there.')
  await look(leader)
}

async function addIdea(leader: Walker, idea: string): Promise<void> {
  const { page } = leader
  await page.getByLabel('What will you try?').fill(idea)
  await pressButton(leader, 'Add the change idea')
  await hear(leader, 'The change idea is on the diagram.')
  await followLinkUnlessThere(leader, idea)
  await look(leader)
}

async function followLinkUnlessThere(leader: Walker, title: string): Promise<void> {
  if ((await leader.page.getByRole('heading', { level: 1, name: title }).count()) === 0) await followLink(leader, title)
  await leader.page.getByRole('heading', { level: 1, name: title }).waitFor()
}

async function leanOn(leader: Walker, way: string, resource: string): Promise<void> {
  const { page } = leader
  await page.getByLabel('Which resource?').selectOption({ label: resource })
  await page.getByLabel(way, { exact: true }).check()
  await pressButton(leader, 'Add the resource')
  await hear(leader, 'The change idea leans on it now.')
}

async function commit(leader: Walker, who: string, what: string): Promise<void> {
  const { page } = leader
  await page.getByLabel('Who?').selectOption({ label: who })
  await page.getByLabel('Does what?').fill(what)
  await page.getByLabel('By when?').fill('2027-01-15')
  await pressButton(leader, 'Add the commitment')
  await hear(leader, 'The commitment is there')
  await hear(leader, what)
}

/** The second idea goes before the first: by keys on the diagram, or by its form where there is no script. */
export async function moveIdea(leader: Walker, { script }: Way): Promise<void> {
  const { page } = leader
  await followLink(leader, 'Diagram')
  const diagram = page.getByRole('group', { name: 'Diagram' })
  const before = await orderIn(leader)
  assert.deepEqual(before, [TRIED, SECOND])
  if (script) {
    await tabTo(leader, SECOND)
    await page.keyboard.press('Alt+ArrowUp')
    await diagram.getByRole('status').filter({ hasText: 'Moved.' }).waitFor()
  } else {
    await press(leader, diagram.getByRole('link', { name: SECOND }))
    await page.getByText('Reword, move or take out').click()
    await page.getByLabel(`Under “${DRAWN[0]?.driver}”`).selectOption({ label: `before “${TRIED}”` })
    await press(leader, page.getByRole('button', { name: 'Move', exact: true }).first())
    await hear(leader, 'Moved.')
  }
  await look(leader)
  assert.deepEqual(await orderIn(leader), [SECOND, TRIED])
  await page.reload()
  assert.deepEqual(await orderIn(leader), [SECOND, TRIED])
}

/** The arrow keys walk the lines: from the goal to the first driver, to its first idea, down to the second one. */
async function tabTo({ page }: Walker, idea: string): Promise<void> {
  const link = page.getByRole('group', { name: 'Diagram' }).getByRole('link', { name: idea })
  await page.getByText('Arrow keys walk along the lines.').waitFor()
  await page.getByRole('group', { name: 'Diagram' }).getByRole('link', { name: GOAL }).focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  await link.and(page.locator(':focus')).waitFor()
}

async function orderIn({ page }: Walker): Promise<string[]> {
  const diagram = page.getByRole('group', { name: 'Diagram' })
  await diagram.waitFor()
  const links = await diagram.getByRole('link').allTextContents()
  return links.map((one) => one.trim()).filter((one) => one === TRIED || one === SECOND)
}
