import type { Tx } from '../../platform/database.ts'
import { found } from '../../platform/problem.ts'
import type { Scope } from '../../access/scope.ts'
import { tell } from './rules.ts'
import { documentSchema, type Framework, type ToldFramework, type VariableRef } from './schema.ts'

/** Documents that were read before: what was published under a version is never changed, so it is checked once. */
const published = new Map<string, Framework>()

/** Every framework as it was published last, in the order of their keys. */
export async function listFrameworks(tx: Tx): Promise<Framework[]> {
  const newest = await tx
    .selectFrom('reference.frameworkVersion')
    .select(['frameworkKey', (of) => of.fn.max('version').as('version')])
    .groupBy('frameworkKey')
    .orderBy('frameworkKey')
    .execute()
  const frameworks: Framework[] = []
  for (const { frameworkKey, version } of newest) frameworks.push(await findVersion(tx, frameworkKey, version))
  return frameworks
}

/** A framework as it was published last. */
export async function findFramework(tx: Tx, key: string): Promise<Framework> {
  return found((await listFrameworks(tx)).find((one) => one.key === key))
}

/** The same in the reader's language, as pages show them. */
export async function listTold(tx: Tx, scope: Pick<Scope, 'language'>): Promise<ToldFramework[]> {
  return (await listFrameworks(tx)).map((framework) => tell(framework, scope.language))
}

/** The variables to which measures may refer; of one framework where it is named. */
export async function listVariables(tx: Tx, framework?: string): Promise<VariableRef[]> {
  const all = tx
    .selectFrom('reference.frameworkVariable')
    .select(['frameworkKey as framework', 'variableKey as variable'])
    .orderBy('frameworkKey')
    .orderBy('variableKey')
  return await (framework === undefined ? all : all.where('frameworkKey', '=', framework)).execute()
}

async function findVersion(tx: Tx, key: string, version: number): Promise<Framework> {
  const known = published.get(`${key} ${version}`)
  if (known) return known
  const row = await tx
    .selectFrom('reference.frameworkVersion')
    .select(['publishedOn', 'document'])
    .where('frameworkKey', '=', key)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const framework = { key, version, publishedOn: row.publishedOn, document: documentSchema.parse(row.document) }
  published.set(`${key} ${version}`, framework)
  return framework
}
