import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stageOf, waitsFor, whyNotDecide, whyNotEnd, whyNotObserve, whyNotOn, whyNotReplan, whyNotStart, whyNotStudy } from './rules.ts'

const planned = {
  startedOn: null,
  studiedOn: null,
  decision: null,
  endsOn: '2026-10-16',
  observations: 0,
  prediction: 'Half of them will say why',
}
const begun = { ...planned, startedOn: '2026-10-05' }
const seen = { ...begun, observations: 2 }
const studied = { ...seen, studiedOn: '2026-10-20' }
const decided = { ...studied, decision: 'adapt' as const }

describe('a cycle', () => {
  const cases = [
    ['planned', planned, '2026-10-20', 'plan', undefined],
    ['begun', begun, '2026-10-16', 'do', undefined],
    ['past its last day', begun, '2026-10-17', 'study', 'study'],
    ['without a last day', { ...begun, endsOn: null }, '2027-01-01', 'do', undefined],
    ['studied', studied, '2026-10-20', 'act', 'decision'],
    ['decided', decided, '2026-10-21', 'done', undefined],
  ] as const
  for (const [name, cycle, today, stage, waits] of cases) {
    it(`that is ${name} is at ${stage}`, () => {
      assert.equal(stageOf(cycle, today), stage)
      assert.equal(waitsFor(cycle, today), waits)
    })
  }

  it('begins with a prediction, once', () => {
    assert.equal(whyNotStart(planned), undefined)
    assert.equal(whyNotStart({ ...planned, prediction: ' ' }), 'cycles.predict_first')
    assert.equal(whyNotStart(begun), 'cycles.started_already')
  })

  it('keeps the plan as it was said once it has begun', () => {
    assert.equal(whyNotReplan(planned), undefined)
    assert.equal(whyNotReplan(begun), 'cycles.plan_stands')
  })

  it('is observed after it began and until it is studied', () => {
    assert.equal(whyNotObserve(planned), 'cycles.start_first')
    assert.equal(whyNotObserve(begun), undefined)
    assert.equal(whyNotObserve(studied), 'cycles.studied_already')
  })

  it('is studied on what was seen, once', () => {
    assert.equal(whyNotStudy(planned), 'cycles.start_first')
    assert.equal(whyNotStudy(begun), 'cycles.observe_first')
    assert.equal(whyNotStudy(seen), undefined)
    assert.equal(whyNotStudy(studied), 'cycles.studied_already')
  })

  it('is decided after its study, once', () => {
    assert.equal(whyNotDecide(seen), 'cycles.study_first')
    assert.equal(whyNotDecide(studied), undefined)
    assert.equal(whyNotDecide(decided), 'cycles.decided_already')
  })
})

describe('a day of a cycle', () => {
  it('has come, and not before what came first', () => {
    assert.equal(whyNotOn('2026-10-06', '2026-10-06', '2026-10-06'), undefined)
    assert.equal(whyNotOn('2026-10-07', '2026-10-06'), 'cycles.day_to_come')
    assert.equal(whyNotOn('2026-10-04', '2026-10-06', '2026-10-05'), 'cycles.day_before')
  })
  it('that ends the plan comes after the one that begins it', () => {
    assert.equal(whyNotEnd({ beginsOn: '2026-10-06', endsOn: '2026-10-05' }), 'cycles.ends_before')
    assert.equal(whyNotEnd({ beginsOn: '2026-10-06', endsOn: '2026-10-06' }), undefined)
    assert.equal(whyNotEnd({ beginsOn: null, endsOn: '2026-10-05' }), undefined)
  })
})
