import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findCommonTimes, groupsOf, inTurn } from './rules.ts'
import type { BellPeriod, Meeting, TeachingUnit } from './schema.ts'
import { canonical } from './week/rules.ts'

const TODAY = '2026-10-06'
const TIMES: Record<string, [string, string]> = {
  '1': ['08:00:00', '08:45:00'],
  '2': ['08:50:00', '09:35:00'],
  '3': ['09:40:00', '10:25:00'],
  '4': ['10:30:00', '11:15:00'],
  lunch: ['11:15:00', '12:00:00'],
  '5': ['12:00:00', '12:45:00'],
  '6': ['12:50:00', '13:35:00'],
}

function bells(weekdays = [2], periods = Object.keys(TIMES)): BellPeriod[] {
  return weekdays.flatMap((weekday) =>
    periods.map((period) => ({
      weekday,
      period,
      beginsAt: TIMES[period]?.[0] ?? '',
      endsAt: TIMES[period]?.[1] ?? '',
      teaching: period !== 'lunch',
    })),
  )
}

/** One class of a teacher of grade 4 in these periods. */
function teaches(personId: string, periods: string[], more: Partial<Meeting> = {}): Meeting {
  const teachers = [{ personId, beginsOn: null, endsOn: null }]
  return { id: `class of ${personId} ${periods.join()}`, grades: ['04'], subjects: [], periods, terms: [], teachers, ...more }
}

/** Somebody of another grade teaches in every period, so that none is dead. */
const ELSEWHERE = teaches('elsewhere', ['1', '2', '3', '4', '5', '6'], { grades: ['01'] })
const BUSY_BUT_5 = ['1', '2', '3', '4', '6']

function find(meetings: Meeting[], more: { bells?: BellPeriod[]; units?: TeachingUnit[]; today?: string } = {}) {
  return findCommonTimes({
    bells: more.bells ?? bells(),
    meetings: [ELSEWHERE, ...meetings],
    units: more.units ?? [],
    today: more.today ?? TODAY,
  })
}

const told = (search: ReturnType<typeof find>) =>
  search.times.map(
    (time) =>
      `${time.freeIds.length}/${time.group.teacherIds.length} ${time.group.label.name} ${time.weekday}:${time.periods.join('+')} ${time.minutes}`,
  )

describe('common time', () => {
  it('is where all teachers of a grade have no class', () => {
    const search = find(['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)))
    assert.deepEqual(told(search), ['3/3 04 2:5 45'])
    assert.deepEqual(search.times[0]?.missing, null)
    assert.deepEqual(search.gaps, [])
  })

  it('is also where all but one have none, and says who', () => {
    const search = find([...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => teaches(id, BUSY_BUT_5)), teaches('g', ['1', '2', '3', '4', '5'])])
    assert.deepEqual(told(search), ['6/7 04 2:5 45'])
    assert.deepEqual(search.times[0]?.missing, { personId: 'g', why: 'teaching' })
  })

  it('is not where two are missing', () => {
    const search = find([
      ...['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)),
      teaches('d', ['1', '2', '3', '4', '5']),
      teaches('e', ['1', '2', '3', '5']),
    ])
    assert.deepEqual(told(search), [])
  })

  it('is told for each weekday on which the bell schedule has the period', () => {
    const search = find(
      ['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)),
      { bells: [...bells([2, 4]), ...bells([3], ['1', '2', '3', '4'])] },
    )
    assert.deepEqual(told(search), ['3/3 04 2:5 45', '3/3 04 4:5 45'])
  })

  it('joins periods that follow each other, with the passing time between them', () => {
    const search = find(['a', 'b', 'c'].map((id) => teaches(id, ['1', '4', '5', '6'])))
    assert.deepEqual(told(search), ['3/3 04 2:2+3 95'])
  })

  it('joins three periods as well', () => {
    const search = find(['a', 'b', 'c'].map((id) => teaches(id, ['1', '5', '6'])))
    assert.deepEqual(told(search), ['3/3 04 2:2+3+4 145'])
  })

  it('does not join over lunch', () => {
    const search = find(['a', 'b', 'c'].map((id) => teaches(id, ['1', '2', '3', '6'])))
    assert.deepEqual(told(search), ['3/3 04 2:4 45', '3/3 04 2:5 45'])
  })

  it('does not join from one day to the next', () => {
    const search = find(
      ['a', 'b', 'c'].map((id) => teaches(id, ['2', '3', '4'])),
      { bells: bells([2, 3], ['1', '2', '3', '4']) },
    )
    assert.deepEqual(told(search), ['3/3 04 2:1 45', '3/3 04 3:1 45'])
  })

  it('does not join where somebody else is missing', () => {
    const search = find([
      teaches('a', ['1', '4', '5', '6']),
      teaches('b', ['1', '3', '4', '5', '6']),
      teaches('c', ['1', '2', '4', '5', '6']),
    ])
    assert.deepEqual(told(search), ['2/3 04 2:2 45', '2/3 04 2:3 45'])
  })

  it('never is lunch or another period without teaching', () => {
    const search = find(['a', 'b', 'c'].map((id) => teaches(id, ['1', '2', '3', '4', '5', '6'])))
    assert.deepEqual(told(search), [])
  })

  it('never is a period in which nobody in the school teaches', () => {
    const meetings = ['a', 'b', 'c'].map((id) => teaches(id, ['1', '2', '3', '4']))
    assert.deepEqual(told(findCommonTimes({ bells: bells(), meetings, units: [], today: TODAY })), [])
  })

  it('is not told where it is too short to meet', () => {
    const short = bells().map((bell) => (bell.period === '5' ? { ...bell, endsAt: '12:10:00' } : bell))
    assert.deepEqual(
      told(
        find(
          ['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)),
          { bells: short },
        ),
      ),
      [],
    )
  })

  it('comes complete groups first, then the longer, then by the week', () => {
    const search = find([
      ...['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)),
      ...['k', 'l', 'm'].map((id) => teaches(id, ['1', '4', '5', '6'], { grades: ['05'] })),
      ...['p', 'q'].map((id) => teaches(id, ['2', '3', '4', '5', '6'], { grades: ['03'] })),
      teaches('r', ['1', '2', '3', '4', '5', '6'], { grades: ['03'] }),
    ])
    assert.deepEqual(told(search), ['3/3 05 2:2+3 95', '3/3 04 2:5 45', '2/3 03 2:1 45'])
  })
})

describe('who belongs to a group', () => {
  it('needs at least three', () => {
    assert.deepEqual(told(find(['a', 'b'].map((id) => teaches(id, BUSY_BUT_5)))), [])
    assert.deepEqual(find(['a', 'b'].map((id) => teaches(id, []))).gaps, [])
  })

  it('counts a teacher once who shares a class with another: both are teaching', () => {
    const shared = teaches('a', ['5'], { teachers: ['a', 'b', 'b'].map((personId) => ({ personId, beginsOn: null, endsOn: null })) })
    const search = find([...['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)), shared])
    assert.deepEqual(told(search), [])
  })

  it('leaves out who no longer teaches the class, or not yet', () => {
    const gone = { personId: 'd', beginsOn: null, endsOn: '2026-09-30' }
    const coming = { personId: 'e', beginsOn: '2027-01-10', endsOn: null }
    const search = find(
      ['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5, { teachers: [{ personId: id, beginsOn: null, endsOn: null }, gone, coming] })),
    )
    assert.deepEqual(told(search), ['3/3 04 2:5 45'])
  })

  it('is the grade of at least half of their classes', () => {
    const visiting = [teaches('v', ['1']), teaches('v', ['2'], { grades: ['05'] }), teaches('v', ['5'], { grades: ['05'] })]
    const search = find([...['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)), ...visiting])
    assert.deepEqual(told(search), ['3/3 04 2:5 45'])
  })

  it('a class of several grades speaks for none of them', () => {
    const search = find(['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5, { grades: ['09', '10', '11'], subjects: ['Science'] })))
    assert.deepEqual(told(search), ['3/3 Science 2:5 45'])
  })

  it('is the members of a unit where there is one, and then not told twice', () => {
    const unit: TeachingUnit = { id: 'u4', name: 'Grade 4', kind: 'grade_level', grade: '04', subject: null, memberIds: ['a', 'b', 'c'] }
    const search = find(
      ['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)),
      { units: [unit] },
    )
    assert.deepEqual(told(search), ['3/3 Grade 4 2:5 45'])
    assert.equal(search.times[0]?.group.unitId, 'u4')
  })

  it('is known by a key that does not change with who comes and goes', () => {
    const meetings = ['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5))
    assert.equal(find(meetings).times[0]?.key, find([...meetings, teaches('d', BUSY_BUT_5)]).times[0]?.key)
    assert.equal(groupsOf(meetings, [], TODAY)[0]?.key, 'grade:04')
  })
})

describe('what is not known', () => {
  const known = (ids: string[]) => ids.map((id) => teaches(id, BUSY_BUT_5))

  it('is said instead of a finding where less than four fifths of the periods are known', () => {
    const search = find([...known(['a', 'b', 'c']), teaches('d', [])])
    assert.deepEqual(told(search), [])
    assert.deepEqual(
      search.gaps.map((gap) => [gap.group.label.name, gap.knownShare, gap.unknownIds]),
      [['04', 0.75, ['d']]],
    )
  })

  it('does not hinder a finding from four fifths on, but who is unknown is not called free', () => {
    const search = find([...known(['a', 'b', 'c', 'd']), teaches('e', [])])
    assert.deepEqual(told(search), ['4/5 04 2:5 45'])
    assert.deepEqual(search.times[0]?.missing, { personId: 'e', why: 'unknown' })
  })

  it('is also a period that the bell schedule does not have', () => {
    assert.equal(find([...known(['a', 'b']), teaches('c', ['5A'])]).gaps.length, 1)
  })

  it('is also a member of a unit without any class', () => {
    const unit: TeachingUnit = {
      id: 'u4',
      name: 'Grade 4',
      kind: 'grade_level',
      grade: '04',
      subject: null,
      memberIds: ['a', 'b', 'c', 'd'],
    }
    assert.deepEqual(find(known(['a', 'b', 'c']), { units: [unit] }).gaps[0]?.unknownIds, ['d'])
  })

  it('is one of two classes of a teacher: half of that teacher', () => {
    const search = find([...known(['a', 'b']), teaches('c', BUSY_BUT_5), teaches('c', [])])
    assert.equal(Math.round((search.times[0]?.group.teacherIds.length ?? 0) * 100), 300)
    assert.deepEqual(search.times[0]?.missing, { personId: 'c', why: 'unknown' })
  })

  it('is everything without a bell schedule', () => {
    const search = find(known(['a', 'b', 'c']), { bells: [] })
    assert.deepEqual(search, { times: [], gaps: [], withoutSchedule: true })
  })

  it('is nothing in a school without classes', () => {
    assert.deepEqual(findCommonTimes({ bells: bells(), meetings: [], units: [], today: TODAY }), {
      times: [],
      gaps: [],
      withoutSchedule: false,
    })
  })
})

describe('part-time teachers', () => {
  it('are free only between their first and last class of a day', () => {
    const mornings = (id: string) => teaches(id, ['1', '3'])
    assert.deepEqual(told(find(['a', 'b', 'c'].map(mornings))), ['3/3 04 2:2 45'])
  })

  it('are not called free on a day without a class of theirs', () => {
    const search = find(
      ['a', 'b', 'c'].map((id) => teaches(id, ['1'])),
      { bells: bells([2, 3], ['1', '2', '3', '4', '5', '6']) },
    )
    assert.deepEqual(told(search), [])
  })

  it('do not hide the time of the others', () => {
    const search = find([...['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)), teaches('d', ['1', '2'])])
    assert.deepEqual(told(search), ['3/4 04 2:5 45'])
  })
})

describe('terms', () => {
  const fall = [{ beginsOn: '2026-08-10', endsOn: '2026-12-18' }]
  const spring = [{ beginsOn: '2027-01-05', endsOn: '2027-06-11' }]

  it('count by the day: a class of the other term does not fill a period', () => {
    const meetings = ['a', 'b', 'c'].flatMap((id) => [teaches(id, BUSY_BUT_5, { terms: fall }), teaches(id, ['5'], { terms: spring })])
    assert.deepEqual(told(find(meetings)), ['3/3 04 2:5 45'])
  })

  it('are looked ahead to in the holidays', () => {
    const everywhere = { ...ELSEWHERE, terms: spring }
    const meetings = [everywhere, ...['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5, { terms: spring }))]
    assert.deepEqual(told(findCommonTimes({ bells: bells(), meetings, units: [], today: '2026-12-28' })), ['3/3 04 2:5 45'])
  })

  it('that are all over leave nothing to be found', () => {
    const meetings = [{ ...ELSEWHERE, terms: fall }, ...['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5, { terms: fall }))]
    assert.deepEqual(told(findCommonTimes({ bells: bells(), meetings, units: [], today: '2027-07-20' })), [])
  })
})

describe('the tray', () => {
  it('shows one time of each group before a second of any', () => {
    const times = find(
      [
        ...['a', 'b', 'c'].map((id) => teaches(id, BUSY_BUT_5)),
        ...['k', 'l', 'm'].map((id) => teaches(id, BUSY_BUT_5, { grades: ['05'] })),
      ],
      { bells: bells([2, 3]) },
    ).times
    assert.deepEqual(
      inTurn(times).map((time) => time.group.label.name),
      ['04', '05', '04', '05'],
    )
  })

  it('knows a period by what it means, however it is written', () => {
    assert.deepEqual([' 05', '5', 'A1', '00', 'Per 3'].map(canonical), ['5', '5', 'a1', '0', 'per 3'])
  })
})
