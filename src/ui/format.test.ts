import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createFormats } from './format.ts'

const now = new Date('2026-11-22T05:00:00Z') // the evening of the 21st in California
const en = createFormats({ language: 'en', timeZone: 'America/Los_Angeles', now })
const es = createFormats({ language: 'es', timeZone: 'America/Los_Angeles', now })

describe('Dates', () => {
  it('of a plain day stay that day, whatever the zone', () => {
    for (const timeZone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])
      assert.equal(createFormats({ language: 'en', timeZone, now }).date('2026-09-01'), 'September 1, 2026')
  })

  it('of an instant are the day of the place', () => {
    assert.equal(en.date(now), 'November 21, 2026')
    assert.equal(es.date(now), '21 de noviembre de 2026')
  })

  it('name the year only where it is another', () => {
    assert.equal(en.day('2026-09-01'), 'Sep 1')
    assert.equal(en.day('2025-09-01'), 'Sep 1, 2025')
  })

  it('near to now are told from now, in days of the place', () => {
    assert.equal(en.relative('2026-11-21'), 'today')
    assert.equal(en.relative('2026-11-22'), 'tomorrow')
    assert.equal(en.relative(new Date('2026-11-21T06:00:00Z')), 'yesterday')
    assert.equal(en.relative(new Date('2026-11-22T02:00:00Z')), '3 hours ago')
    assert.equal(en.relative('2026-11-10'), '11 days ago')
    assert.equal(en.relative('2026-10-01'), '7 weeks ago')
    assert.equal(es.relative('2026-11-22'), 'mañana')
  })
})

describe('Numbers', () => {
  it('follow the language', () => {
    assert.equal(en.number(12345.678), '12,345.68')
    assert.equal(es.number(12345.678), '12.345,68')
    assert.equal(en.percent(0.423), '42%')
    assert.equal(en.number(2, 1), '2.0')
  })

  it('of minutes are hours and minutes', () => {
    assert.deepEqual([0, 40, 60, 90, -30].map(en.minutes), ['0 min', '40 min', '1 hr', '1 hr 30 min', '−30 min'])
  })

  it('of money show cents only where there are some', () => {
    assert.deepEqual([en.money(1200), en.money(1200.5)], ['$1,200', '$1,200.50'])
  })
})
