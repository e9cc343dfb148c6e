import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countOwn, inOrderOfHelp, kindOfCommitment } from './rules.ts'
import type { Waiting, WaitingKind } from './schema.ts'

describe('what waits for somebody', () => {
  it('comes in the order of what helps others, the earlier due first', () => {
    const kinds = [
      waiting('findings'),
      waiting('commitment', '2026-11-02'),
      waiting('commitment', '2026-10-20'),
      waiting('vote'),
      waiting('late', '2026-10-01'),
    ]
    assert.deepEqual(
      kinds.toSorted(inOrderOfHelp).map((one) => [one.kind, one.dueOn]),
      [
        ['vote', undefined],
        ['late', '2026-10-01'],
        ['commitment', '2026-10-20'],
        ['commitment', '2026-11-02'],
        ['findings', undefined],
      ],
    )
  })

  it('is late the day after it was due, not on that day', () => {
    assert.equal(kindOfCommitment({ dueOn: '2026-10-06' }, '2026-10-06'), 'commitment')
    assert.equal(kindOfCommitment({ dueOn: '2026-10-05' }, '2026-10-06'), 'late')
  })

  it('counts what is one’s own, not what others owe or what is merely missing', () => {
    assert.equal(countOwn([waiting('vote'), waiting('late_of_others'), waiting('no_goal')]), 1)
  })
})

function waiting(kind: WaitingKind, dueOn?: string): Waiting {
  return { kind, key: `${kind} ${dueOn}`, what: 'something', href: '/', dueOn }
}
