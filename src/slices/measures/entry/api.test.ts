import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { countEvents } from '../../../../test/support/count-events.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { newRandomId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'

const tenant = 'cedar-valley'
const FACTS = { name: 'Talks in a week', better: 'up', definition: 'By the list on the door.' }
const ABSENT = '018f0000-0000-7000-8000-00000000dead'

type Point = { id: string; observedOn: string; value: number | null; events: number | null; total: number | null; note: string }
type Whole = {
  points: Point[]
  phases: { id: string; startsOn: string; label: string; frozen: boolean }[]
  notes: { id: string; onDay: string; text: string }[]
}
type Refused = { reason: string; title: string; errors?: { field: string; message: string }[] }
type Reader = Parameters<World['as']>[0]

describe('what is entered at a measure in the API', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function measureOf(kind = 'value'): Promise<string> {
    const made = await post(urls.apiMeasures({ tenant }), { unitId: world.ids.schools.lincoln, ...FACTS, kind }, 'maria')
    return (await read<{ id: string }>(made, 201)).id
  }

  async function post(url: string, body: object, persona: Reader = 'tomas', headers: Record<string, string> = {}): Promise<Response> {
    return await world.as(persona).json('POST', url, body, headers)
  }

  async function shown(measure: string, persona: Reader = 'lucia'): Promise<Whole> {
    return await read<Whole>(await world.as(persona).get(urls.apiMeasure({ tenant, measure })), 200)
  }

  const lists = (measure: string) => urls.apiMeasurePointLists({ tenant, measure })
  const phases = (measure: string) => urls.apiMeasurePhases({ tenant, measure })
  const notes = (measure: string) => urls.apiMeasureNotes({ tenant, measure })

  /** A measure with one point, one phase and one note, and what takes each of them out. */
  async function filled() {
    const measure = await measureOf()
    await post(lists(measure), { points: [{ observedOn: '2026-09-01', value: 3 }] })
    await post(phases(measure), { startsOn: '2026-09-01', label: 'Before' })
    await post(notes(measure), { onDay: '2026-09-01', text: 'Fire drill' })
    const whole = await shown(measure)
    const removals = [
      urls.apiMeasurePointRemoval({ tenant, measure, point: whole.points[0]?.id ?? '' }),
      urls.apiMeasurePhaseRemoval({ tenant, measure, phase: whole.phases[0]?.id ?? '' }),
      urls.apiMeasureNoteRemoval({ tenant, measure, note: whole.notes[0]?.id ?? '' }),
    ]
    return { measure, whole, removals }
  }

  it('is a list of points, of which those that are known change nothing', async () => {
    const measure = await measureOf()
    const first = { observedOn: '2026-09-01', value: 3, note: 'Monday' }
    const second = { observedOn: '2026-09-02', value: 4.5 }
    await read(await post(lists(measure), { points: [first] }), 201)
    const before = await shown(measure)
    const { points } = await read<Whole>(await post(lists(measure), { points: [second, { ...first, note: 'again', total: 7 }] }), 201)
    assert.deepEqual(points[0], before.points[0])
    assert.deepEqual(
      points.map(({ observedOn, value, note }) => [observedOn, value, note]),
      [
        ['2026-09-01', 3, 'Monday'],
        ['2026-09-02', 4.5, ''],
      ],
    )
  })

  it('is all of a list or none, and says of each point why it cannot be taken', async () => {
    const measure = await measureOf('proportion')
    const share = (observedOn: string, events: number, total: number) => ({ observedOn, events, total })
    await read(await post(lists(measure), { points: [share('2026-09-01', 1, 2)] }), 201)
    const points = [
      share('2026-09-02', 1, 2),
      share('2026-09-03', 3, 2),
      share('2026-12-01', 1, 2),
      share('2026-09-01', 2, 2),
      share('2026-09-02', 1, 2),
      { observedOn: '2026-09-04', value: 4 },
    ]
    const refused = await read<Refused>(await post(lists(measure), { points }), 409)
    assert.equal(refused.reason, 'measures.points_bad')
    assert.deepEqual(
      refused.errors?.map(({ field, message }) => [field, message.slice(0, 26)]),
      [
        ['points.1', 'There cannot be more than '],
        ['points.2', 'This day has not come yet.'],
        ['points.3', 'The figure that is known f'],
        ['points.4', 'Each day once.'],
        ['points.5', 'How many is needed.'],
      ],
    )
    assert.equal((await shown(measure)).points.length, 1)
  })

  it('is a phase from a day on, and only one baseline', async () => {
    const measure = await measureOf()
    const first = await read<Whole>(await post(phases(measure), { startsOn: '2026-09-01', label: 'Before', frozen: true }), 201)
    assert.deepEqual(
      first.phases.map(({ startsOn, label, frozen }) => [startsOn, label, frozen]),
      [['2026-09-01', 'Before', true]],
    )
    const refuse = async (body: object) => (await read<Refused>(await post(phases(measure), body), 409)).reason
    assert.equal(await refuse({ startsOn: '2026-09-01', label: 'Again' }), 'measures.phase_taken')
    assert.equal(await refuse({ startsOn: '2026-10-01', label: 'After', frozen: true }), 'measures.baseline_frozen')
    const both = await read<Whole>(await post(phases(measure), { startsOn: '2026-10-01', label: 'After' }), 201)
    assert.deepEqual(
      both.phases.map(({ frozen }) => frozen),
      [true, false],
    )
  })

  it('is a note on a day', async () => {
    const measure = await measureOf()
    const { notes: written } = await read<Whole>(await post(notes(measure), { onDay: '2026-09-01', text: ' Fire   drill ' }), 201)
    assert.deepEqual(
      written.map(({ onDay, text }) => [onDay, text]),
      [['2026-09-01', 'Fire drill']],
    )
  })

  it('is taken out again, each by its own id, once', async () => {
    const { measure, whole, removals } = await filled()
    assert.deepEqual([whole.points.length, whole.phases.length, whole.notes.length], [1, 1, 1])
    for (const removal of removals) await read(await post(removal, {}), 201)
    const { points, phases: begun, notes: written } = await shown(measure)
    assert.deepEqual([points, begun, written], [[], [], []])
    for (const removal of removals) assert.equal((await post(removal, {})).status, 404)
  })

  it('is not taken out under another measure', async () => {
    const { measure, whole, removals } = await filled()
    const other = await measureOf()
    for (const removal of removals) assert.equal((await post(removal.replace(measure, other), {})).status, 404)
    for (const removal of removals)
      assert.equal((await post(removal.replace(/[0-9a-f-]{36}\/removal/, `${ABSENT}/removal`), {})).status, 404)
    assert.deepEqual(await shown(measure), whole)
  })

  it('is told of by field where it is no such thing', async () => {
    const measure = await measureOf()
    const point = { observedOn: '2026-09-01', value: 3 }
    const wrong: [string, object, string][] = [
      [lists(measure), { points: [point, { ...point, observedOn: 'yesterday' }] }, 'points.1.observedOn'],
      [lists(measure), { points: [{ ...point, value: 'four' }] }, 'points.0.value'],
      [lists(measure), { points: [] }, 'points'],
      [lists(measure), { points: Array.from({ length: 5001 }, () => point) }, 'points'],
      [lists(measure), {}, 'points'],
      [phases(measure), { startsOn: '2026-09-01', label: ' ' }, 'label'],
      [phases(measure), { startsOn: '2026-09-01', label: 'Before', frozen: 'yes' }, 'frozen'],
      [notes(measure), { onDay: 'today', text: 'Fire drill' }, 'onDay'],
      [notes(measure), { onDay: '2026-09-01' }, 'text'],
    ]
    for (const [url, body, field] of wrong)
      assert.deepEqual(
        (await read<Refused>(await post(url, body), 422)).errors?.map((one) => one.field),
        [field],
        field,
      )
  })

  it('is written once for one key', async () => {
    const measure = await measureOf()
    const key = { 'idempotency-key': newRandomId() }
    const body = { onDay: '2026-09-01', text: 'Fire drill' }
    const [one, other] = [await post(notes(measure), body, 'tomas', key), await post(notes(measure), body, 'tomas', key)]
    assert.equal(other.headers.get('idempotency-replayed'), 'true')
    const { notes: written } = await read<Whole>(one, 201)
    assert.deepEqual((await read<Whole>(other, 201)).notes, written)
    assert.equal((await shown(measure)).notes.length, 1)
    const again = { 'idempotency-key': newRandomId() }
    const removal = urls.apiMeasureNoteRemoval({ tenant, measure, note: written[0]?.id ?? '' })
    for (const _ of [1, 2]) assert.equal((await post(removal, {}, 'tomas', again)).status, 201)
  })

  it('is told to whoever asks whether the measure is as it was', async () => {
    const measure = await measureOf()
    const at = urls.apiMeasure({ tenant, measure })
    const etag = (await world.as('lucia').get(at)).headers.get('etag') ?? ''
    await post(notes(measure), { onDay: '2026-09-01', text: 'Fire drill' })
    assert.equal((await world.as('lucia').get(at, { 'if-none-match': etag })).status, 200)
  })

  it('is not there for a neighbour, and not written by whoever only reads', async () => {
    const { measure, whole, removals } = await filled()
    const acts: [string, object][] = [
      [lists(measure), { points: [{ observedOn: '2026-09-02', value: 3 }] }],
      [phases(measure), { startsOn: '2026-10-01', label: 'After' }],
      [notes(measure), { onDay: '2026-09-02', text: 'Snow' }],
      ...removals.map((removal): [string, object] => [removal, {}]),
    ]
    const before = await countEvents(world)
    for (const [url, body] of acts) {
      for (const outsider of ['omar', 'stranger', 'sana'] as const) assert.equal((await post(url, body, outsider)).status, 404, url)
      for (const reader of ['lucia', 'dana'] as const) {
        const { reason } = await read<Refused>(await post(url, body, reader), 409)
        assert.equal(reason, 'access.not_for_your_role')
      }
      assert.equal((await world.nobody.json('POST', url, body)).status, 401)
    }
    assert.equal(await countEvents(world), before)
    assert.deepEqual(await shown(measure), whole)
  })
})

async function read<Body>(response: Response, status: number): Promise<Body> {
  const text = await response.text()
  assert.equal(response.status, status, text)
  return JSON.parse(text) as Body // the schema of the answer was checked by the server
}
