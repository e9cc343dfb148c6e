// roster preview FILE [--json]: what a load of FILE would refuse or repair; needs no database.
import { parseArgs } from 'node:util'
import { openParcel } from '../src/slices/roster/archive/queries.ts'
import { checkBundle } from '../src/slices/roster/bundle/rules.ts'
import { describePreview, jsonOf, previewOf } from '../src/slices/roster/preview/rules.ts'

const USAGE = 'roster preview FILE [--json]\nroster apply FILE --tenant SLUG [--confirm NUMBER]\n'

const { positionals, values } = parseArgs({ allowPositionals: true, strict: false, options: { json: { type: 'boolean' } } })
const [verb, file] = positionals
if (verb === 'preview' && file) await preview(file, values['json'] === true)
else {
  process.stderr.write(USAGE)
  process.exitCode = 2
}

async function preview(path: string, json: boolean) {
  const shown = previewOf(checkBundle(await openParcel(path)))
  process.stdout.write(json ? `${JSON.stringify(jsonOf(shown), null, 2)}\n` : describePreview(shown))
  process.exitCode = shown.defects.some((defect) => defect.severity === 'error') ? 1 : 0
}
