import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bells, BUSY_BUT_5, ELSEWHERE, find, teaches, TODAY, told } from '../../../../../test/support/school-week.ts'
import { findCommonTimes } from '../rules.ts'
import type { TeachingUnit } from '../schema.ts'

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
