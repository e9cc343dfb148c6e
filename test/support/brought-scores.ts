import { inTenant, type Scope } from '../../src/access/scope.ts'
import { giveNumber } from '../../src/slices/measures/outside/identifiers/commands.ts'
import { listNumberedSchools } from '../../src/slices/measures/outside/identifiers/queries.ts'
import { applyLoad, chooseColumns, handInFile } from '../../src/slices/measures/outside/loads/commands.ts'
import { listDistributions, listEditions } from '../../src/slices/measures/outside/queries.ts'
import type { World } from './world.ts'

type Bringing = { world: World; scope: Scope; root: string; school: string; word: string }

/** Scores that others publish about one school of a district, and a file that waits; returns the ids by their names in addresses. */
export async function bringScores({ world, scope, root, school, word }: Bringing): Promise<Record<string, string>> {
  const { db } = world.deps
  const district = { id: root, kind: 'district', path: [root] }
  await giveNumber(db, scope, district, { unitId: school, identifier: `N-${word}` })
  const bytes = new TextEncoder().encode(`School ID,Trust\nN-${word},4\nelsewhere,3\n`)
  const load = await handInFile(db, scope, district, { fileName: `${word}.csv`, bytes })
  await chooseColumns(db, scope, district, load, {
    name: `Scores ${word}`,
    publisher: word,
    year: 2025,
    period: '',
    link: '',
    licence: word,
    identifierColumn: 0,
    nameColumn: null,
    respondentsColumn: null,
    scores: [{ index: 1, name: `Trust ${word}`, low: 1, high: 5, better: 'up' }],
    version: 1,
  })
  const { sourceId } = await applyLoad(db, scope, district, load, 2)
  const waiting = await handInFile(db, scope, district, { fileName: `${word}.csv`, bytes })
  return await inTenant(db, scope, async (tx) => {
    const [edition] = await listEditions(tx, scope, [sourceId])
    const [score] = await listDistributions(tx, scope, [edition?.id ?? ''])
    const schools = await listNumberedSchools(tx, scope, { id: school })
    const identifier = schools.flatMap((one) => one.numbers).find((one) => one.from === 'hand')
    return { source: sourceId, load: waiting, edition: edition?.id ?? '', score: score?.measureId ?? '', identifier: identifier?.id ?? '' }
  })
}
