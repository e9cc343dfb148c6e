import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isLateFor, reminderDays, stateOf, whyNotCommit, whyNotKeep, whyNotTheirs } from './rules.ts'

const open = { personId: 'lucia', dueOn: '2026-10-08', keptOn: null, releasedOn: null }

describe('a commitment', () => {
  const days = [
    ['2026-10-08', false, false],
    ['2026-10-09', true, false],
    ['2026-10-11', true, false],
    ['2026-10-12', true, true],
  ] as const
  for (const [today, owner, team] of days) {
    it(`due on October 8 is on ${today} ${owner ? '' : 'not '}late for its owner and ${team ? '' : 'not '}late for the team`, () => {
      assert.equal(isLateFor(open, 'lucia', today), owner)
      assert.equal(isLateFor(open, 'maria', today), team)
    })
  }

  it('that is kept or released is late for nobody', () => {
    assert.equal(isLateFor({ ...open, keptOn: '2026-10-20' }, 'lucia', '2026-10-30'), false)
    assert.equal(isLateFor({ ...open, releasedOn: '2026-10-20' }, 'maria', '2026-10-30'), false)
  })

  it('is settled once, and not ahead of its time', () => {
    assert.equal(stateOf(open), 'open')
    assert.equal(whyNotKeep(open, '2026-10-05', '2026-10-05'), undefined)
    assert.equal(whyNotKeep(open, '2026-10-06', '2026-10-05'), 'strategy.day_to_come')
    assert.equal(whyNotKeep({ keptOn: '2026-10-05', releasedOn: null }, '2026-10-05', '2026-10-05'), 'strategy.kept_already')
    assert.equal(whyNotKeep({ keptOn: null, releasedOn: '2026-10-05' }, '2026-10-05', '2026-10-05'), 'strategy.released_already')
  })

  it('belongs to its owner and, after them, to the team', () => {
    assert.equal(whyNotTheirs(open, { personId: 'lucia', onTeam: false }), undefined)
    assert.equal(whyNotTheirs(open, { personId: 'maria', onTeam: true }), undefined)
    assert.equal(whyNotTheirs(open, { personId: 'ben', onTeam: false }), 'strategy.not_yours')
  })

  it('is made for today or later', () => {
    assert.equal(whyNotCommit('2026-10-05', '2026-10-05'), undefined)
    assert.equal(whyNotCommit('2026-10-04', '2026-10-05'), 'strategy.day_gone')
  })

  it('is reminded of on days that still come', () => {
    assert.deepEqual(reminderDays('2026-10-08', '2026-10-01'), [
      { stage: 'ahead', on: '2026-10-05' },
      { stage: 'on_the_day', on: '2026-10-08' },
    ])
    assert.deepEqual(reminderDays('2026-10-08', '2026-10-06'), [{ stage: 'on_the_day', on: '2026-10-08' }])
    assert.deepEqual(reminderDays('2026-10-08', '2026-10-08'), [])
  })
})
