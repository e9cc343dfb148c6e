import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plannedReminders, reminderDue, suitingReminders, whyNotMove, whyNotMoveTo, whyNotOpen, endOf } from './rules.ts'

const OPENING = {
  roles: ['teacher' as const],
  languages: ['en' as const],
  units: [],
  remind: 'suiting' as 'suiting' | 'own',
  reminders: [],
  opensOn: '2026-10-06',
  closesOn: '2026-10-20',
  fewest: 5,
}
const KNOWN = { people: 12, today: '2026-10-06', languages: ['en'], units: ['lincoln'] }

const why = (changed: Partial<Parameters<typeof whyNotOpen>[0]>, known: Partial<typeof KNOWN> = {}) => {
  const fault = whyNotOpen({ ...OPENING, ...changed }, { ...KNOWN, ...known })
  return fault && `${fault.field} ${fault.reason}`
}

describe('opening a survey', () => {
  it('is refused at the field that is at fault', () => {
    assert.equal(why({}), undefined)
    assert.equal(why({ roles: [] }), 'roles surveys.roles_missing')
    assert.equal(why({ opensOn: '2026-10-05' }), 'opensOn surveys.opens_in_past')
    assert.equal(why({ closesOn: '2026-10-05' }), 'closesOn surveys.closes_before')
    assert.equal(why({ closesOn: '2027-10-20' }), 'closesOn surveys.closes_too_late')
    assert.equal(why({ languages: ['es'] }), 'languages surveys.languages_not_there')
    assert.equal(why({ units: ['rivera'] }), 'units surveys.units_elsewhere')
    assert.equal(why({}, { people: 0 }), 'roles surveys.roles_nobody')
    assert.equal(why({}, { people: 4 }), 'roles surveys.too_few_people')
    assert.equal(why({ fewest: 10 }, { people: 9 }), 'fewest surveys.too_few_for_ten')
  })

  it('takes reminders after the first day and not after the last, three at most', () => {
    assert.equal(why({ reminders: ['2026-10-07', '2026-10-20'] }), undefined)
    for (const day of ['2026-10-06', '2026-10-21', '2026-09-01'])
      assert.equal(why({ reminders: [day] }), 'reminders surveys.reminders_outside', day)
    const four = ['2026-10-07', '2026-10-08', '2026-10-09', '2026-10-12']
    assert.equal(why({ reminders: four }), 'reminders surveys.reminders_too_many')
    assert.equal(why({ remind: 'own' }), 'reminders surveys.reminders_missing')
    assert.equal(why({ remind: 'own', reminders: ['2026-10-07'] }), undefined)
  })
})

describe('the days that suit a window', () => {
  const days = (opensOn: string, closesOn: string, closed: string[] = []) => suitingReminders({ opensOn, closesOn }, new Set(closed))

  it('lie after a third, after two thirds, and two school days before the end', () => {
    assert.deepEqual(days('2026-10-06', '2026-10-23'), ['2026-10-12', '2026-10-19', '2026-10-21'])
  })

  it('are school days, neither Saturday nor Sunday nor a closed day, and no two in a row', () => {
    // A third falls on Sunday the 11th, and Monday is closed; from Tuesday the 20th, two school days back is Friday.
    assert.deepEqual(days('2026-10-06', '2026-10-20', ['2026-10-12']), ['2026-10-13', '2026-10-16'])
  })

  it('are fewer in a short window and none in one of a day', () => {
    assert.deepEqual(days('2026-10-06', '2026-10-06'), [])
    assert.deepEqual(days('2026-10-06', '2026-10-05'), [])
    for (const closesOn of ['2026-10-07', '2026-10-08', '2026-10-09', '2026-10-12'])
      assert.ok(
        days('2026-10-06', closesOn).every((day) => day > '2026-10-06' && day <= closesOn),
        closesOn,
      )
  })

  it('give way to days of one’s own, or to none', () => {
    const window = { opensOn: '2026-10-06', closesOn: '2026-10-23' }
    const planned = (remind: 'suiting' | 'own' | 'none') => plannedReminders({ ...window, remind, reminders: ['2026-10-08'] }, new Set())
    assert.equal(planned('suiting').length, 3)
    assert.deepEqual(planned('own'), ['2026-10-08'])
    assert.deepEqual(planned('none'), [])
  })
})

describe('a survey that runs', () => {
  const survey = { unitId: 'lincoln', opensOn: '2026-10-06', closesOn: '2026-10-20', closedAt: null }

  it('reminds on its days, after them while no later one has come, and never after the close', () => {
    const reminders = ['2026-10-12', '2026-10-16']
    const due = (today: string, closedAt: Date | null = null) => reminderDue({ ...survey, reminders, closedAt }, today)
    assert.deepEqual(
      ['2026-10-11', '2026-10-12', '2026-10-13', '2026-10-16', '2026-10-20', '2026-10-21'].map((day) => due(day)),
      [undefined, 1, 1, 2, 2, undefined],
    )
    assert.equal(due('2026-10-12', new Date('2026-10-11T12:00:00Z')), undefined)
  })

  it('can be given more time by the place that asks, never less, and not once it is over', () => {
    assert.equal(whyNotMove(survey, { id: 'lincoln' }, '2026-10-20'), undefined)
    assert.equal(whyNotMove(survey, { id: 'lincoln' }, '2026-10-21'), 'surveys.move_closed')
    assert.equal(whyNotMove({ ...survey, closedAt: new Date() }, { id: 'lincoln' }, '2026-10-10'), 'surveys.move_closed')
    assert.equal(whyNotMove(survey, { id: 'rivera' }, '2026-10-10'), 'surveys.moved_by_its_place')
    assert.equal(whyNotMoveTo(survey, '2026-10-20'), 'surveys.move_later')
    assert.equal(whyNotMoveTo(survey, '2027-11-01'), 'surveys.closes_too_late')
    assert.equal(whyNotMoveTo(survey, '2026-10-21'), undefined)
  })
})

describe('the end of a survey', () => {
  it('is its last day, or the day of an earlier close, where the tenant is', () => {
    const end = (closedAt: string | null) =>
      endOf({ closesOn: '2026-10-20', closedAt: closedAt === null ? null : new Date(closedAt) }, 'America/Los_Angeles')
    assert.equal(end(null), '2026-10-20')
    assert.equal(end('2026-10-18T03:00:00Z'), '2026-10-17')
    assert.equal(end('2026-10-21T08:15:00Z'), '2026-10-20')
  })
})
