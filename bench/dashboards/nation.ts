import pg from 'pg'
import { repeatable } from '../../db/demo/repeatable.ts'
import { mergeSummaries } from '@groundwork/measures/summary/merge-summaries.ts'
import type { ScaleSummary } from '@groundwork/measures/summary/scale-summary.ts'
import { summaryToBytes } from '@groundwork/measures/summary/summary-bytes.ts'
import type { Database } from '../../src/platform/database.ts'
import { newRandomId } from '../../src/platform/ids.ts'
import type { Scope } from '../../src/access/scope.ts'
import { foundTenant } from '../../src/slices/organizations/commands.ts'
import { bankScales } from '../../src/slices/surveys/bank/rules.ts'
import { addToTally, emptyTally, publish } from '../../src/slices/surveys/folding/rules.ts'
import type { Counted, Published, Unit } from '../../src/slices/surveys/folding/schema.ts'
import { placesOf } from '../../src/slices/surveys/rules.ts'
import type { Scale } from '../../src/slices/surveys/schema.ts'

export type Nation = {
  scope: Scope
  surveyId: string
  scaleKeys: string[]
  schools: number
  people: number
  places: Record<'nation' | 'state' | 'district', { id: string }>
}

const SCALES = ['access_knowledge', 'access_tools', 'access_structures', 'access_relationships']
const LARGE = { districts: 1000, schools: 13_475 }
const STATES = 50
const ALL = 100_000
const SCHOOLS_A_DISTRICT = 50

type Node = Unit & { parentId: string | null; name: string; kind: string }

/** A nation of 50 states and 100,000 schools, one of them with 13,475; every school's answers folded by the product's own rules. */
export async function foldNation(db: Database, ownerUrl: string, peopleEach: number): Promise<Nation> {
  const founded = {
    slug: 'nation',
    name: 'Nation',
    kind: 'state_agency' as const,
    timeZone: 'America/Chicago',
    now: new Date('2026-10-06T12:00:00Z'),
  }
  const { scope, rootId } = await foundTenant(db, founded)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const scales = bankScales(SCALES)
    if (scales.length !== SCALES.length) throw new Error('The bank has other scales by now.')
    const writer = writerOf(client, scope.tenantId, await askNation(client, scope, rootId, scales))
    const root: Node = { unitId: rootId, path: [rootId], parentId: null, isSchool: false, name: 'Nation', kind: 'agency' }
    const states = Array.from({ length: STATES }, (_, at) => treeOf(root, at))
    const random = repeatable(20_261_122)
    const totals = new Map<string, ScaleSummary>()
    for (const nodes of states) await foldState(writer, { nodes, scales, random, peopleEach, totals })
    await writer.counted([root])
    for (const scale of scales) await writer.summaries(nationOf(scale, rootId, totals))
    await client.query('vacuum analyze')
    const [large = []] = states
    const people = ALL * peopleEach
    const places = { nation: { id: rootId }, state: { id: large[0]?.unitId ?? '' }, district: { id: large[1]?.unitId ?? '' } }
    return { scope, surveyId: writer.surveyId, scaleKeys: SCALES, schools: ALL, people, places }
  } finally {
    await client.end()
  }
}

/** A state with its districts and schools; the first has most of them, and its first district has fifty. */
function treeOf(root: Node, state: number): Node[] {
  const schools =
    state === 0 ? LARGE.schools : Math.floor((ALL - LARGE.schools) / (STATES - 1)) + (state <= (ALL - LARGE.schools) % (STATES - 1) ? 1 : 0)
  const districts = state === 0 ? LARGE.districts : Math.ceil(schools / SCHOOLS_A_DISTRICT)
  const own = childOf(root, `State ${state}`, 'region')
  const below = Array.from({ length: districts }, (_, at) => childOf(own, `State ${state} district ${at}`, 'district'))
  const leaves = Array.from({ length: schools }, (_, at) => {
    const place = at < SCHOOLS_A_DISTRICT ? 0 : 1 + ((at - SCHOOLS_A_DISTRICT) % (districts - 1))
    const district = below[place]
    if (!district) throw new Error('A school without a district.')
    return childOf(district, `State ${state} school ${at}`, 'school')
  })
  return [own, ...below, ...leaves]
}

function childOf(parent: Node, name: string, kind: string): Node {
  const unitId = newRandomId()
  return { unitId, path: [...parent.path, unitId], parentId: parent.unitId, isSchool: kind === 'school', name, kind }
}

type Folding = { nodes: Node[]; scales: Scale[]; random: () => number; peopleEach: number; totals: Map<string, ScaleSummary> }

async function foldState(writer: Writer, { nodes, scales, random, peopleEach, totals }: Folding): Promise<void> {
  await writer.units(nodes)
  await writer.counted(nodes)
  for (const scale of scales) {
    const tallies = new Map(
      nodes
        .filter((node) => node.isSchool)
        .map(({ unitId }) => [unitId, addToTally(emptyTally(scale, false), scale, scales, peopleOf(scales, unitId, peopleEach, random))]),
    )
    const published = publish(scale, { tallies, units: nodes }, { fewest: 5, isSealed: false })
    const [state] = nodes
    await writer.summaries(published.map((one) => (one.unitId === state?.unitId ? { ...one, parentId: state.parentId } : one)))
    const total = published.find((one) => one.unitId === nodes[0]?.unitId)?.whole
    if (!total) throw new Error('A state of fewer than thirty.')
    const before = totals.get(scale.key)
    totals.set(scale.key, before ? mergeSummaries(before, total) : total)
  }
}

/** People of a school, who lean to its side. */
function peopleOf(scales: readonly Scale[], unitId: string, count: number, random: () => number): Counted[] {
  const places = placesOf(scales)
  const lean = random() - 0.5
  return Array.from({ length: count }, () => {
    const own = random() - 0.5
    const values = places.map(() => Math.min(5, Math.max(1, Math.round(3.4 + lean + 1.6 * own + 1.5 * (random() - 0.5)))))
    return { unitId, role: null, values }
  })
}

function nationOf(scale: Scale, unitId: string, totals: ReadonlyMap<string, ScaleSummary>): Published[] {
  const total = totals.get(scale.key)
  return total
    ? publish(
        scale,
        { tallies: new Map([[unitId, total]]), units: [{ unitId, path: [unitId], isSchool: false }] },
        { fewest: 5, isSealed: false },
      )
    : []
}

async function askNation(client: pg.Client, { tenantId, now }: Scope, unitId: string, scales: Scale[]): Promise<string> {
  const [instrumentId, surveyId] = [newRandomId(), newRandomId()]
  await client.query(
    `insert into instrument (tenant_id, id, unit_id, title, languages, scales, minutes, purpose, provenance, recorded_at)
     values ($1, $2, $3, '{"en": "Resources"}', '["en"]', $4, 5, '{"en": "To see what schools have."}', 'bank', $5)`,
    [tenantId, instrumentId, unitId, JSON.stringify(scales), now],
  )
  await client.query(
    `insert into survey (tenant_id, id, instrument_id, unit_id, roles, mode, opens_on, closes_on, recorded_at, closed_at, folded_at)
     values ($1, $2, $3, $4, '["teacher"]', 'confidential', '2026-10-01', '2026-10-05', $5, $5, $5)`,
    [tenantId, surveyId, instrumentId, unitId, now],
  )
  return surveyId
}

type Writer = ReturnType<typeof writerOf>

/** Rows by the thousand: columns as arrays, since a statement takes 65,535 values and no more. */
function writerOf(client: pg.Client, tenantId: string, surveyId: string) {
  const inBatches = async <Row>(rows: readonly Row[], write: (some: Row[]) => Promise<unknown>) => {
    for (let at = 0; at < rows.length; at += 2000) await write(rows.slice(at, at + 2000))
  }
  const of = <Row, Value>(rows: readonly Row[], value: (row: Row) => Value) => rows.map(value)
  return {
    surveyId,
    units: async (nodes: readonly Node[]) =>
      await inBatches(nodes, (some) =>
        client.query(
          `insert into unit (tenant_id, id, parent_id, path, kind, slug, name, recorded_at)
           select $1, id, parent_id, path::uuid[], kind, slug, name, now()
           from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) as u (id, parent_id, path, kind, slug, name)`,
          [
            tenantId,
            of(some, (node) => node.unitId),
            of(some, (node) => node.parentId),
            of(some, (node) => `{${node.path.join(',')}}`),
            of(some, (node) => node.kind),
            of(some, (node) => node.name.toLowerCase().replaceAll(' ', '-')),
            of(some, (node) => node.name),
          ],
        ),
      ),
    counted: async (nodes: readonly Node[]) =>
      await inBatches(nodes, (some) =>
        client.query(
          `insert into survey_unit (tenant_id, id, survey_id, unit_id, invited, parent_id)
           select $1, gen_random_uuid(), $2, unit_id, 100, parent_id from unnest($3::uuid[], $4::uuid[]) as u (unit_id, parent_id)`,
          [tenantId, surveyId, of(some, (node) => node.unitId), of(some, (node) => node.parentId)],
        ),
      ),
    summaries: async (published: readonly Published[]) =>
      await inBatches(published, (some) =>
        client.query(
          `insert into survey_summary (tenant_id, id, survey_id, unit_id, parent_id, scale_key, n, counts, moments, whole, schools)
           select $1, gen_random_uuid(), $2, unit_id, parent_id, scale_key, n, counts::jsonb, moments::jsonb, whole, schools::jsonb
           from unnest($3::uuid[], $4::text[], $5::int[], $6::text[], $7::text[], $8::bytea[], $9::text[], $10::uuid[])
             as s (unit_id, scale_key, n, counts, moments, whole, schools, parent_id)`,
          [
            tenantId,
            surveyId,
            of(some, (one) => one.unitId),
            of(some, (one) => one.scaleKey),
            of(some, (one) => one.n),
            of(some, (one) => JSON.stringify(one.counts)),
            of(some, (one) => JSON.stringify(one.moments)),
            of(some, (one) => one.whole && Buffer.from(summaryToBytes(one.whole))),
            of(some, (one) => one.schools && JSON.stringify(one.schools)),
            of(some, (one) => one.parentId),
          ],
        ),
      ),
  }
}
