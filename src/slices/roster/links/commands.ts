import { newId } from '../../../platform/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Scope } from '../../../access/scope.ts'
import type { Kind, Noun, ToldOf } from '../nouns/schema.ts'
import type { Link, Steps } from '../plan/schema.ts'

/** PostgreSQL takes 65,535 values a statement; the widest row here has some fifteen. */
const BATCH = 500

/** What a load knows while it writes: who, when, and which of our rows each row of the roster is. */
export type Writing = { tx: Tx; scope: Scope; today: string; known: Record<Kind, Map<string, string>>; left: number }

/** Runs a write over slices of many rows, so that no statement grows without bound. */
export async function inBatches<Item>(items: readonly Item[], write: (batch: Item[]) => Promise<unknown>) {
  for (let start = 0; start < items.length; start += BATCH) await write(items.slice(start, start + BATCH))
}

/** Remembers what the roster told of rows that are new with us. */
export async function rememberNew<K extends Kind>(writing: Writing, kind: K, fresh: readonly { noun: Noun<K>; nounId: string }[]) {
  const { tx, scope } = writing
  await inBatches(fresh, async (batch) => {
    const rows = batch.map(({ noun, nounId }) => ({
      tenantId: scope.tenantId,
      id: newId(),
      kind,
      sourceId: noun.sourceId,
      nounId,
      told: noun.told,
      endedOn: null,
      recordedAt: scope.now,
    }))
    await tx.insertInto('rosterLink').values(rows).execute()
  })
  for (const { noun, nounId } of fresh) writing.known[kind].set(noun.sourceId, nounId)
}

/** Remembers what the roster tells now of rows that we had. */
export async function rememberChange<K extends Kind>({ tx, scope }: Writing, noun: Noun<K>, link: Link<K>) {
  await tx
    .updateTable('rosterLink')
    .set({ told: noun.told, endedOn: null })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', link.id)
    .execute()
}

export async function rememberEnd<K extends Kind>({ tx, scope, today }: Writing, links: readonly Link<K>[]) {
  await inBatches(links, async (batch) => {
    const ids = batch.map((link) => link.id)
    await tx.updateTable('rosterLink').set({ endedOn: today }).where('tenantId', '=', scope.tenantId).where('id', 'in', ids).execute()
  })
}

/** How the rows of one kind are written; columns are undefined where a row has nothing to stand on. */
export type Writer<K extends Kind, Columns> = {
  kind: K
  columns: (told: ToldOf[K]) => Columns | undefined
  insert: (rows: (Columns & { tenantId: string; id: string; recordedAt: Date })[]) => Promise<unknown>
  change: (id: string, columns: Columns) => Promise<unknown>
  end: (ids: string[]) => Promise<unknown>
  /** What hangs on a row: all of it is written anew. */
  parts?: (id: string, told: ToldOf[K]) => Promise<void>
}

/** Writes the steps of one kind by its writer, and remembers what the roster told. */
export async function writeKind<K extends Kind, Columns extends object>(writing: Writing, steps: Steps<K>, writer: Writer<K, Columns>) {
  const { scope } = writing
  const fresh: { noun: Noun<K>; nounId: string; columns: Columns }[] = []
  for (const { noun, link } of [...steps.added, ...steps.changed]) {
    const columns = writer.columns(noun.told)
    if (!columns) writing.left += 1
    else if (link) await changeOne(writing, writer, { noun, link, columns })
    else fresh.push({ noun, nounId: newId(), columns })
  }
  await inBatches(fresh, (batch) =>
    writer.insert(batch.map(({ nounId, columns }) => ({ ...columns, tenantId: scope.tenantId, id: nounId, recordedAt: scope.now }))),
  )
  for (const { noun, nounId } of fresh) await writer.parts?.(nounId, noun.told)
  await rememberNew(writing, writer.kind, fresh)
  await inBatches(steps.ended, (batch) => writer.end(batch.map((link) => link.nounId)))
  await rememberEnd(writing, steps.ended)
}

type Change<K extends Kind, Columns> = { noun: Noun<K>; link: Link<K>; columns: Columns }

async function changeOne<K extends Kind, Columns>(
  writing: Writing,
  writer: Writer<K, Columns>,
  { noun, link, columns }: Change<K, Columns>,
) {
  await writer.change(link.nounId, columns)
  await writer.parts?.(link.nounId, noun.told)
  await rememberChange(writing, noun, link)
}
