import { sliceOrder } from '../slice-order.ts'
import { findCycles } from './cycles.ts'
import { placeOf, type Place } from './places.ts'
import { linesWithoutReason } from './reasons.ts'
import type { Import, Source } from './sources.ts'

const LONGEST_FILE = 300
const forbiddenNames = /\/(?:index|utils|helpers|types|service|manager|common|hooks)\.(?:ts|tsx|mjs)$/
const floor = ['platform', 'access', 'web']
const sharedBySlices = ['schema', 'rules', 'queries', 'part']
const sharedByPages = ['schema', 'rules', 'part']
const sqlWords = /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`/
const writeWords = /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(/

/** What breaks the layout, a sentence each, which says where the code belongs. */
export function findFaults(sources: Source[]): string[] {
  const cycles = findCycles(sources).map((cycle) => `${cycle.join(' → ')}: an import cycle; move what both need to a file of its own.`)
  return [...sources.flatMap(faultsOf), ...cycles]
}

function faultsOf(source: Source): string[] {
  const place = placeOf(source.path)
  const faults = [...nameFaults(source, place), ...textFaults(source, place)]
  if (place.kind !== 'test') faults.push(...source.imports.flatMap((one) => whyNotImport(place, one) ?? []))
  return faults.map((fault) => `${source.path}: ${fault}`)
}

function nameFaults({ path }: Source, place: Place): string[] {
  const faults = []
  if (forbiddenNames.test(path)) faults.push('name the file after what it does; this name says nothing.')
  if (place.kind === 'unknown') faults.push(`is not in the vocabulary: ${place.vocabulary}.`)
  if (place.slice && !isSlice(place.slice)) faults.push(`"${place.slice}" is not in tools/slice-order.ts.`)
  if (!/^[a-z0-9./-]+$/.test(path) && path.startsWith('src/')) faults.push('file names are in kebab-case.')
  return faults
}

function textFaults({ path, text }: Source, place: Place): string[] {
  const faults = []
  const lines = text.split('\n').length - 1
  if (lines > LONGEST_FILE && !isGenerated(path))
    faults.push(`has ${lines} lines; ${LONGEST_FILE} is the most. Give a sub-noun its own folder.`)
  if (place.slice && !['queries', 'commands', 'test'].includes(place.kind) && sqlWords.test(text))
    faults.push('has a query in it: reads belong in queries.ts, writes in commands.ts.')
  if (place.kind === 'queries' && writeWords.test(text)) faults.push('writes: that belongs in commands.ts.')
  if (path.startsWith('src/') && path !== 'src/main.ts' && place.kind !== 'test' && /\bprocess\.env\b/.test(text))
    faults.push('reads process.env: only src/main.ts does, and hands the value on.')
  if (place.kind !== 'test')
    faults.push(...linesWithoutReason(text).map((line) => `line ${line} overrules the compiler or the linter: say why on the line.`))
  return faults
}

function whyNotImport(place: Place, { from, isTypeOnly }: Import): string | undefined {
  const target = placeOf(from)
  if (place.area === 'measures' && target.area !== 'measures' && target.area !== 'package') return `imports ${from}: measures stand alone.`
  if (place.area === 'urls' && target.area !== 'package') return `imports ${from}: addresses know nothing else.`
  if (place.area === 'messages' && !['messages', 'package'].includes(target.area)) return `imports ${from}: messages know nothing else.`
  if (place.area === 'ui' && ['slices', ...floor, 'top'].includes(target.area)) return `imports ${from}: ui could ship in another product.`
  if (floor.includes(place.area)) return whyNotFromFloor(place, target, from)
  return place.area === 'slices' ? whyNotFromSlice(place, target, { from, isTypeOnly }) : undefined
}

function whyNotFromFloor(place: Place, target: Place, from: string): string | undefined {
  if (target.area === 'slices' || target.area === 'top') return `imports ${from}: the floor knows no slice; hand it in from app.ts.`
  if (floor.indexOf(target.area) > floor.indexOf(place.area)) return `imports ${from}: platform → access → web, never back.`
  return undefined
}

function whyNotFromSlice(place: Place, target: Place, one: Import): string | undefined {
  if (target.area === 'top' || target.area === 'other') return `imports ${one.from}: a slice stands below app.ts.`
  if (target.slice && target.slice !== place.slice) return whyNotOtherSlice(place, target, one)
  if (['page', 'part', 'island'].includes(place.kind)) return whyNotFromPage(target, one)
  if (['rules', 'schema'].includes(place.kind)) return whyNotPure(place, target, one)
  return undefined
}

function whyNotOtherSlice(place: Place, target: Place, { from }: Import): string | undefined {
  const isEarlier = sliceOrder.indexOf(target.slice as never) < sliceOrder.indexOf(place.slice as never) // unknown names give -1 and are reported by name
  if (!isEarlier)
    return `imports ${from}: ${target.slice} is a later slice. React to it through an event and a job, or move what both need down.`
  const isPage = ['page', 'part', 'island'].includes(place.kind)
  // A command may be a step of a later slice's command or act, in the same transaction: commands take one.
  const allowed = isPage
    ? sharedByPages
    : ['commands', 'routes', 'api'].includes(place.kind)
      ? [...sharedBySlices, 'commands']
      : sharedBySlices
  return allowed.includes(target.kind) ? undefined : `imports ${from}: of another slice only ${allowed.join(', ')} may be imported here.`
}

/** Types cost a browser nothing, so a page may name what a query of its own slice gives. */
function whyNotFromPage(target: Place, { from, isTypeOnly }: Import): string | undefined {
  if (isTypeOnly || !['slices', ...floor].includes(target.area)) return undefined
  const isAllowed =
    (target.area === 'slices' && ['schema', 'rules', 'part', 'island', 'page'].includes(target.kind)) || from.endsWith('access/roles.ts')
  return isAllowed ? undefined : `imports ${from}: a page is a function of its data; let routes.ts fetch and hand it in.`
}

function whyNotPure(place: Place, target: Place, { from, isTypeOnly }: Import): string | undefined {
  const isImpure =
    ['queries', 'commands', 'routes', 'api', 'jobs'].includes(target.kind) || ['kysely', 'pg', 'src/platform/database.ts'].includes(from)
  return isImpure && !isTypeOnly ? `imports ${from}: ${place.kind}.ts does no I/O; let queries.ts or commands.ts do it.` : undefined
}

function isSlice(name: string): boolean {
  return sliceOrder.some((slice) => slice === name)
}

function isGenerated(path: string): boolean {
  return path.endsWith('.generated.ts') || path === 'src/platform/tables.ts'
}
