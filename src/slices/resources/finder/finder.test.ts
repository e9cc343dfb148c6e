import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bells, BUSY_BUT_5, find, teaches, TODAY, told } from '../../../../test/support/school-week.ts'
import { findCommonTimes, groupsOf, inTurn } from './rules.ts'
import type { TeachingUnit } from './schema.ts'
import { canonical } from './week/rules.ts'

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

  it('never is a period that the schedule marks as not for teaching, even if a class meets in it', () => {
    const advisory = teaches('z', ['lunch'], { grades: ['01'] })
    assert.deepEqual(told(find([advisory, ...['a', 'b', 'c'].map((id) => teaches(id, ['1', '2', '3', '4', '5', '6']))])), [])
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
