import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { found } from '../../../platform/problem.ts'
import { record } from '../../../access/events.ts'
import { inTenant } from '../../../access/scope.ts'
import type { Scope } from '../../../access/scope.ts'
import { slugFor } from '../../organizations/rules.ts'
import { rememberChange, rememberEnd, rememberNew } from '../links/commands.ts'
import type { Writing } from '../links/commands.ts'
import type { Noun, UnitTold } from '../nouns/schema.ts'
import type { Link, Steps } from '../plan/schema.ts'
import { parentsFirst, rootSources, unitKindOf } from './rules.ts'

type Unit = { id: string; path: string[]; slug: string; name: string; kind: string; endedOn: string | null }
type Tree = { units: Map<string, Unit>; root: Unit; slugs: Set<string>; linked: Set<string>; roots: Set<string> }

export type Group = { parentId: string; kind: 'grade_level' | 'department'; name: string; grade: string; subject: string }

/** Adds a grade level or a department to a school; returns its id. */
export async function addGroup(db: Db, scope: Scope, group: Group): Promise<string> {
  return await inTenant(db, scope, async (tx) => {
    const units = await tx.selectFrom('unit').select(['id', 'slug', 'path']).where('tenantId', '=', scope.tenantId).execute()
    const parent = found(units.find((unit) => unit.id === group.parentId))
    const id = newId(scope.now.getTime())
    const place = { id, path: [...parent.path, id], slug: slugFor(`${parent.slug}-${group.name}`, new Set(units.map((unit) => unit.slug))) }
    const columns = { ...group, ...place, grade: group.grade || null, subject: group.subject || null }
    await tx
      .insertInto('unit')
      .values({ tenantId: scope.tenantId, ...columns, recordedAt: scope.now })
      .execute()
    await record(tx, scope, { verb: 'unit_added', noun: 'unit', nounId: id, unitId: id, content: group })
    return id
  })
}

/** Writes the schools and departments of a load into the tenant's tree; its own district is the root that is already there. */
export async function writeUnits(writing: Writing, steps: Steps<'unit'>, all: readonly Noun<'unit'>[]) {
  const tree = await readTree(writing, all)
  for (const { noun, link } of parentsFirst(steps.added)) await (link ? change(writing, tree, noun, link) : add(writing, tree, noun))
  for (const { noun, link } of steps.changed) await change(writing, tree, noun, link)
  for (const link of steps.ended) await end(writing, tree, link)
  await rememberEnd(writing, steps.ended)
}

async function readTree({ tx, scope, known }: Writing, all: readonly Noun<'unit'>[]): Promise<Tree> {
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'path', 'slug', 'name', 'kind', 'endedOn'])
    .where('tenantId', '=', scope.tenantId)
    .execute()
  const units = new Map(rows.map((row) => [row.id, row]))
  const root = found(rows.find((row) => row.path.length === 1))
  return {
    units,
    root,
    slugs: new Set(rows.map((row) => row.slug)),
    linked: new Set(known.unit.values()),
    roots: rootSources(all, root.kind),
  }
}

async function add(writing: Writing, tree: Tree, noun: Noun<'unit'>) {
  const nounId = tree.roots.has(noun.sourceId)
    ? tree.root.id
    : (unlinkedTwin(tree, noun.told)?.id ?? (await insert(writing, tree, noun.told)))
  tree.linked.add(nounId)
  await rememberNew(writing, 'unit', [{ noun, nounId }])
}

/** A school that somebody wrote down by hand before the roster came. */
function unlinkedTwin(tree: Tree, told: UnitTold) {
  const name = told.name.toLowerCase()
  const kind = unitKindOf(told.type)
  return [...tree.units.values()].find(
    (unit) => unit.kind === kind && unit.name.toLowerCase() === name && !tree.linked.has(unit.id) && !unit.endedOn,
  )
}

async function insert({ tx, scope, known }: Writing, tree: Tree, told: UnitTold) {
  const parent = tree.units.get(known.unit.get(told.parent) ?? '') ?? tree.root
  const id = newId()
  const slug = slugFor(told.name, tree.slugs)
  const unit = { id, path: [...parent.path, id], slug, name: told.name, kind: unitKindOf(told.type), endedOn: null }
  await tx
    .insertInto('unit')
    .values({ tenantId: scope.tenantId, ...unit, parentId: parent.id, grade: null, subject: null, recordedAt: scope.now })
    .execute()
  tree.units.set(id, unit)
  tree.slugs.add(slug)
  return id
}

async function change(writing: Writing, tree: Tree, noun: Noun<'unit'>, link: Link<'unit'>) {
  const unit = found(tree.units.get(link.nounId))
  await rememberChange(writing, noun, link)
  if (unit.id === tree.root.id) return
  const { tx, scope, known } = writing
  if (link.endedOn !== null || noun.told.name !== link.told.name) {
    await tx
      .updateTable('unit')
      .set((where) => ({ name: noun.told.name, endedOn: null, version: where('version', '+', 1) }))
      .where('tenantId', '=', scope.tenantId)
      .where('id', '=', unit.id)
      .execute()
  }
  const parent = tree.units.get(known.unit.get(noun.told.parent) ?? '') ?? tree.root
  if (noun.told.parent !== link.told.parent && !parent.path.includes(unit.id)) await move(writing, tree, unit, parent)
}

/** Moves a unit with everything below it: each path keeps its end and gets the new parent's beginning. */
async function move({ tx, scope }: Writing, tree: Tree, unit: Unit, parent: Unit) {
  const above = unit.path.length - 1
  await tx
    .updateTable('unit')
    .set({ path: sql<string[]>`${parent.path}::uuid[] || path[${sql.lit(above + 1)}:]` })
    .where('tenantId', '=', scope.tenantId)
    .where(sql<boolean>`path @> ${[unit.id]}::uuid[]`)
    .execute()
  await tx.updateTable('unit').set({ parentId: parent.id }).where('tenantId', '=', scope.tenantId).where('id', '=', unit.id).execute()
  for (const other of tree.units.values()) {
    if (other.path.includes(unit.id)) other.path = [...parent.path, ...other.path.slice(above)]
  }
}

/** A closed school takes its grades and teams with it; the tenant itself is never closed by a roster. */
async function end({ tx, scope, today }: Writing, tree: Tree, link: Link<'unit'>) {
  if (link.nounId === tree.root.id) return
  await tx
    .updateTable('unit')
    .set((where) => ({ endedOn: today, version: where('version', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where(sql<boolean>`path @> ${[link.nounId]}::uuid[]`)
    .where('endedOn', 'is', null)
    .execute()
}
