import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/chromium.ts'
import { ask, hear, look, openWalker, press, stepsOf, type Team, type Walker } from '../support/journey.ts'
import { acceptFound, keepToTheTeam, moveByKeys, nameTenResources } from '../support/journey-board.ts'
import { runCycle, watchMeasure } from '../support/journey-cycle.ts'
import { adoptGoal, isStillSealed, openVote, revealAndAgree, voteSealed, writeGoal } from '../support/journey-goal.ts'
import { districtSees, teacherSees } from '../support/journey-onlookers.ts'
import { drawStrategy, moveIdea } from '../support/journey-strategy.ts'
import { startProgram, temporaryVar, type Program } from '../support/program.ts'

const CAST = {
  leader: 'Paula Nyberg',
  facilitator: 'Kofi Bright',
  member: 'Ana Beltran',
  teacher: 'Rosa Delgado',
  district: 'Dana Whitfield',
} as const

for (const script of [true, false])
  describe(`an empty school${script ? '' : ', without script'}`, () => {
    const step = stepsOf()
    const folder = temporaryVar()
    let program: Program
    let browser: Browser
    let team: Team
    let outsider: Walker
    let teamOnly: string
    let goal: string
    let vote: string
    before(async () => {
      program = await startProgram(folder.dir)
      browser = await openBrowser()
    })
    after(async () => {
      await browser.close()
      await program.stop()
      folder.remove()
    })

    step('is entered by one click', async () => {
      const { leader, facilitator, member, teacher, district } = CAST
      team = {
        leader: await enter(leader),
        facilitator: await enter(facilitator),
        member: await enter(member),
        teacher: await enter(teacher),
        district: await enter(district),
      }
      outsider = await enter('Omar Castillo')
    })

    step('names ten resources and accepts what was found', async () => {
      await nameTenResources(team.leader)
      assert.match(await acceptFound(team.leader), /^Common time of grade 1/)
    })

    step('moves a resource without a mouse, and keeps one to the team', async () => {
      await moveByKeys(team.leader, way())
      teamOnly = await keepToTheTeam(team.leader)
    })

    step('writes a goal and votes on it, sealed', async () => {
      goal = await writeGoal(team.leader)
      await openVote(team)
      vote = await voteSealed(team)
      await isStillSealed(team, [goal, vote])
    })

    step('reveals the votes, states its consensus and adopts the goal', async () => {
      await revealAndAgree(team, vote)
      await adoptGoal(team.leader)
    })

    step('draws a strategy and moves an idea in it without a mouse', async () => {
      await drawStrategy(team)
      await moveIdea(team.leader, way())
    })

    step('charts a measure, and runs a cycle from prediction to decision', async () => {
      await watchMeasure(team.leader)
      await runCycle(team.leader)
    })

    step('shows the teacher and the district leader what they should see, and no more', async () => {
      await teacherSees(team, teamOnly)
      await districtSees(team, goal.replace(/\/goals\/.*/, ''), teamOnly)
    })

    step('is not there for the principal of another school', async () => {
      for (const address of [goal, vote, teamOnly, goal.replace(/\/goals\/.*/, '')])
        assert.equal((await ask(outsider, address)).status, 404)
    })

    function way() {
      return { address: program.address, script }
    }

    async function enter(name: string): Promise<Walker> {
      const walker = await openWalker(browser, name, way())
      const [given = ''] = name.split(' ')
      await walker.page.goto(program.address)
      await press(walker, walker.page.getByRole('button', { name: `Be ${given}` }))
      await hear(walker, `for you, ${given}`)
      await look(walker)
      return walker
    }
  })
