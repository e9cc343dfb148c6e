import type { Noun, UnitTold } from '../nouns/schema.ts'

export type UnitKind = 'region' | 'school' | 'department'

type Org = { sourceId: string; told: UnitTold }

/** The orgs that are the tenant itself: a single district and what stands above it; for an independent school, its one school. */
export function rootSources(orgs: readonly Org[], rootKind: string): Set<string> {
  const schools = orgs.filter((org) => org.told.type === 'school')
  if (rootKind === 'school' && schools.length === 1) return new Set(schools.map((org) => org.sourceId))
  const districts = orgs.filter((org) => org.told.type === 'district')
  const above = orgs.filter((org) => org.told.type === 'state' || org.told.type === 'national')
  return new Set([...above, ...(districts.length === 1 ? districts : [])].map((org) => org.sourceId))
}

/** The kind of unit that an org is below the root. */
export function unitKindOf(type: string): UnitKind {
  if (type === 'school') return 'school'
  return type === 'department' ? 'department' : 'region'
}

/** Parents before their children, so that each finds its parent's row. */
export function parentsFirst<Item extends { noun: Noun<'unit'> }>(items: readonly Item[]): Item[] {
  const bySource = new Map(items.map((item) => [item.noun.sourceId, item]))
  const sorted = new Set<Item>()
  const place = (item: Item) => {
    const parent = bySource.get(item.noun.told.parent)
    if (parent && !sorted.has(parent)) place(parent)
    sorted.add(item)
  }
  for (const item of items) place(item)
  return [...sorted]
}
