// roster preview FILE [--json]: what a load of FILE would refuse or repair; needs no database.
// roster apply FILE --tenant SLUG [--confirm NUMBER] [--students]: loads it, all of it or nothing.
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { textIn } from '../src/messages/text.ts'
import { systemClock } from '../src/platform/clock.ts'
import type { Database } from '../src/platform/database.ts'
import { Problem } from '../src/platform/problem.ts'
import { systemScope } from '../src/access/scope.ts'
import { openParcel } from '../src/slices/roster/archive/queries.ts'
import { checkBundle } from '../src/slices/roster/bundle/rules.ts'
import { loadRoster } from '../src/slices/roster/loads/commands.ts'
import { describePreview, describeReport, jsonOf, previewOf } from '../src/slices/roster/preview/rules.ts'
import { findTenantId } from '../src/slices/roster/queries.ts'
import { reachDatabase } from './reach-database.ts'

const USAGE = 'roster preview FILE [--json]\nroster apply FILE --tenant SLUG [--confirm NUMBER] [--students]\n'
const repository = join(import.meta.dirname, '..')

type Terms = { tenant: string; confirmedEnds: number | null; withStudents: boolean }

process.exitCode = await run(process.argv.slice(2))

async function run(args: string[]): Promise<number> {
  const asked = readArguments(args)
  const [verb, file] = asked?.positionals ?? []
  const { tenant, confirm, students, json } = asked?.values ?? {}
  if (verb === 'preview' && file) return await preview(file, json === true)
  const isNumber = confirm === undefined || /^\d+$/.test(confirm)
  if (verb === 'apply' && file && tenant && isNumber) {
    return await apply(file, { tenant, confirmedEnds: confirm === undefined ? null : Number(confirm), withStudents: students === true })
  }
  process.stderr.write(USAGE)
  return 2
}

function readArguments(args: string[]) {
  const options = {
    json: { type: 'boolean' },
    tenant: { type: 'string' },
    confirm: { type: 'string' },
    students: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch {
    return undefined
  }
}

async function preview(file: string, json: boolean): Promise<number> {
  const shown = previewOf(checkBundle(await openParcel(file)))
  process.stdout.write(json ? `${JSON.stringify(jsonOf(shown), null, 2)}\n` : describePreview(shown))
  return shown.defects.some((defect) => defect.severity === 'error') ? 1 : 0
}

async function apply(file: string, terms: Terms): Promise<number> {
  const path = resolve(file)
  const bundle = checkBundle(await openParcel(path))
  process.chdir(repository) // the folder of the embedded database is named from here
  const { db, close } = await reachDatabase()
  try {
    const report = await applyTo(db, { fileName: basename(path), bundle, ...terms })
    process.stdout.write(describePreview(previewOf(bundle)) + describeReport(report))
    return 0
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause
    process.stdout.write(describePreview(previewOf(bundle)))
    const next = cause.reason === 'roster.confirm_ends' ? ` (--confirm ${cause.values['n']})` : ''
    process.stderr.write(`${textIn('en', cause.reason, cause.values)}${next}\n`)
    return cause.reason === 'roster.nothing_to_change' ? 0 : 1
  } finally {
    await close()
  }
}

async function applyTo(db: Database, { tenant, ...given }: Terms & Pick<Parameters<typeof loadRoster>[2], 'fileName' | 'bundle'>) {
  const tenantId = await findTenantId(db, tenant)
  if (!tenantId) throw new Problem(404, `There is no tenant ${tenant}.`)
  return await loadRoster(db, await systemScope(db, tenantId, systemClock.now()), given)
}
