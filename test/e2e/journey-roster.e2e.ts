import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/chromium.ts'
import { stepsOf, type Team, type Walker } from '../support/journey.ts'
import { keepToTheTeam, nameTenResources } from '../support/journey-board.ts'
import { runCycle, watchMeasure } from '../support/journey-cycle.ts'
import {
  acceptGrades,
  comeIn,
  DISTRICT,
  invitationOf,
  invite,
  linkIn,
  loadRoster,
  nameLeader,
  readRoster,
  type RosterPerson,
  uploadBells,
} from '../support/journey-district.ts'
import { adoptGoal, isStillSealed, openVote, revealAndAgree, voteSealed, writeGoal } from '../support/journey-goal.ts'
import { districtSees, teacherSees } from '../support/journey-onlookers.ts'
import { drawStrategy } from '../support/journey-strategy.ts'
import { startProgram, temporaryVar, type Program } from '../support/program.ts'
import { repository } from '../support/server.ts'
import { openMailbox, type Mailbox } from '../support/smtp.ts'

const ADMIN = { name: 'Grace Holm', email: 'grace.holm@cedarridge.example' }

describe('a district with a roster of its own', () => {
  const step = stepsOf()
  const folder = temporaryVar()
  const roster = readRoster()
  const cast = castOf(roster.people)
  let mailbox: Mailbox
  let program: Program
  let browser: Browser
  let admin: Walker
  let team: Team
  let teamOnly: string
  let goal: string
  let vote: string
  before(async () => {
    mailbox = await openMailbox()
    program = await startProgram(folder.dir, { DEMO: 'off', SMTP_URL: mailbox.url })
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await program.stop()
    await mailbox.close()
    folder.remove()
  })

  step('is founded, and its administrator comes in by the letter', async () => {
    const printed = foundDistrict(folder.dir, program.address)
    admin = await comeIn(browser, ADMIN.name, linkIn(printed), way())
  })

  step('loads its roster, and says who leads', async () => {
    await loadRoster(admin, program.address, roster.archive)
    await nameLeader(admin, cast.leader.name)
  })

  step('loads it again with the grades filled in, and takes over what the classes show', async () => {
    await loadRoster(admin, program.address, roster.withGrades)
    await acceptGrades(admin)
  })

  step('invites its people, who choose a password and come in', async () => {
    await invite(admin, program.address, cast.leader)
    await invite(admin, program.address, cast.facilitator, ['Teacher leader', DISTRICT.school])
    await invite(admin, program.address, cast.member, ['Teacher leader', DISTRICT.school])
    await invite(admin, program.address, cast.teacher)
    await invite(admin, program.address, cast.district, ['District leader', DISTRICT.name])
    team = {
      leader: await enter(cast.leader),
      facilitator: await enter(cast.facilitator),
      member: await enter(cast.member),
      teacher: await enter(cast.teacher),
      district: await enter(cast.district),
    }
  })

  step('begins in a school of the roster: bells and resources', async () => {
    await uploadBells(team.leader)
    await nameTenResources(team.leader)
    teamOnly = await keepToTheTeam(team.leader)
  })

  step('votes on a goal and adopts it', async () => {
    goal = await writeGoal(team.leader)
    await openVote(team)
    vote = await voteSealed(team)
    await isStillSealed(team, [goal, vote])
    await revealAndAgree(team, vote)
    await adoptGoal(team.leader)
  })

  step('draws a strategy, charts a measure and runs a cycle', async () => {
    await drawStrategy(team)
    await watchMeasure(team.leader)
    await runCycle(team.leader)
  })

  step('shows the teacher and the district leader what they should see, and no more', async () => {
    await teacherSees(team, teamOnly)
    await districtSees(team, goal.replace(/\/goals\/.*/, ''), teamOnly)
  })

  async function enter(person: RosterPerson): Promise<Walker> {
    return await comeIn(browser, person.name, await invitationOf(mailbox, person), way())
  }

  function way() {
    return { address: program.address, script: true }
  }
})

/** By the command that whoever runs a real installation uses, beside the program that runs; it prints the invitation. */
function foundDistrict(dir: string, origin: string): string {
  const given = ['--slug', DISTRICT.slug, '--name', DISTRICT.name, '--zone', 'America/Chicago']
  const administrator = ['--administrator', ADMIN.name, '--email', ADMIN.email]
  const env = { ...process.env, VAR_DIR: dir, ORIGIN: origin }
  return execFileSync(join(repository, 'bin', 'found'), [...given, ...administrator], { env, encoding: 'utf8' })
}

function castOf(people: RosterPerson[]): Record<keyof Team, RosterPerson> {
  const at = (org: string, role: string) => people.filter((person) => person.org === org && person.role === role)
  const [leader] = at('S01', 'administrator')
  const [facilitator, member, teacher] = at('S01', 'teacher')
  const [district] = at('D1', 'administrator')
  assert.ok(leader && facilitator && member && teacher && district)
  return { leader, facilitator, member, teacher, district }
}
