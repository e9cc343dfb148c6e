import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonTold, Roster, Telling } from '../nouns/schema.ts'
import { endsToConfirm, isIdle, planLoad, summaryOf, whyNotApply } from './rules.ts'
import type { Links } from './rules.ts'

const NOBODY: Telling<never> = { nouns: [], refused: new Set(), complete: true }
const NO_LINKS: Links = { unit: [], person: [], session: [], course: [], class: [], enrollment: [], student: [] }

function person(number: number): PersonTold {
  return { given: `Given ${number}`, family: 'Family', email: '', role: 'teacher', orgs: ['S'] }
}

function link(number: number, endedOn: string | null = null) {
  // As it comes out of the database: with its keys in another order.
  const told = Object.fromEntries(Object.entries(person(number)).reverse()) as PersonTold // the same entries
  return { id: `link-${number}`, sourceId: `s${number}`, nounId: `n${number}`, told, endedOn }
}

function planOf(given: { told: number[]; had: number; refused?: string[]; complete?: boolean; spared?: string[] }) {
  const nouns = given.told.map((number) => ({ sourceId: `s${number}`, label: '', told: person(number) }))
  const people = { nouns, refused: new Set(given.refused), complete: given.complete ?? true }
  const roster: Roster = {
    unit: NOBODY,
    person: people,
    session: NOBODY,
    course: NOBODY,
    class: NOBODY,
    enrollment: NOBODY,
    student: NOBODY,
  }
  const links = { ...NO_LINKS, person: Array.from({ length: given.had }, (_, number) => link(number)) }
  return planLoad(roster, links, new Set(given.spared))
}

const upTo = (count: number) => Array.from({ length: count }, (_, number) => number)

describe('the plan of a load', () => {
  it('is idle where the roster tells what it told before', () => {
    const plan = summaryOf(planOf({ told: upTo(10), had: 10 }))
    assert.ok(isIdle(plan))
    assert.equal(plan.person.unchanged, 10)
    assert.equal(whyNotApply({ plan, applicable: true, isApplied: false, confirmedEnds: null }), 'roster.nothing_to_change')
  })

  it('has nothing to say where no row was accepted', () => {
    const plan = summaryOf(planOf({ told: [], had: 0 }))
    assert.equal(whyNotApply({ plan, applicable: true, isApplied: false, confirmedEnds: null }), 'roster.nothing_accepted')
  })

  it('ends whom a whole file has no more, but not whom it refused, nor for lack of the file', () => {
    assert.equal(planOf({ told: upTo(8), had: 10 }).person.ended.length, 2)
    assert.equal(planOf({ told: upTo(8), had: 10, refused: ['s9'] }).person.ended.length, 1)
    assert.equal(planOf({ told: upTo(8), had: 10, complete: false }).person.ended.length, 0)
  })

  it('spares those who run the program', () => {
    const plan = planOf({ told: upTo(8), had: 10, spared: ['n9'] })
    assert.deepEqual([plan.person.ended.length, plan.person.spared.length], [1, 1])
  })

  it('asks for the number above a fifth of the staff, and not at a fifth', () => {
    const fifth = summaryOf(planOf({ told: upTo(8), had: 10 }))
    assert.equal(endsToConfirm(fifth), undefined)
    const more = summaryOf(planOf({ told: upTo(7), had: 10 }))
    assert.equal(endsToConfirm(more), 3)
    const asked = { plan: more, applicable: true, isApplied: false }
    assert.equal(whyNotApply({ ...asked, confirmedEnds: null }), 'roster.confirm_ends')
    assert.equal(whyNotApply({ ...asked, confirmedEnds: 2 }), 'roster.confirm_ends')
    assert.equal(whyNotApply({ ...asked, confirmedEnds: 3 }), undefined)
  })

  it('adds somebody again who had ended, under the link of before', () => {
    const people = { nouns: [{ sourceId: 's1', label: '', told: person(1) }], refused: new Set<string>(), complete: true }
    const roster: Roster = {
      unit: NOBODY,
      person: people,
      session: NOBODY,
      course: NOBODY,
      class: NOBODY,
      enrollment: NOBODY,
      student: NOBODY,
    }
    const plan = planLoad(roster, { ...NO_LINKS, person: [link(1, '2026-01-01')] }, new Set())
    assert.equal(plan.person.added[0]?.link?.id, 'link-1')
  })
})
