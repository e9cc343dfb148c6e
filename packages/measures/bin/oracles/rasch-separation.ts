import { reliabilityOfSeparation } from '../../src/measures.ts'
import { mainTable } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmong, numberColumn } from './table.ts'

export function raschSeparationCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const separations = numberColumn(table, columnAmong(table, ['individual_separation', 'separation', 'G', 'separation_index']))
  const reliability = separations.map((value) => (value === null ? null : reliabilityOfSeparation(value)))
  return { reliability }
}
