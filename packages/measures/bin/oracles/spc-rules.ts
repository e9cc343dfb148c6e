import { nelsonRules } from '../../src/measures.ts'
import { mainTable, numberParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { namedRules } from './rule-names.ts'
import { columnAmongOr, numberColumn } from './table.ts'

export function spcRulesCase(oracleCase: OracleCase) {
  const values = numberColumn(mainTable(oracleCase), columnAmongOr(mainTable(oracleCase), ['value', 'y'], -1))
  const centre = numberParam(oracleCase.params, 'center') ?? numberParam(oracleCase.params, 'centre') ?? 0
  return { rules: namedRules(nelsonRules(values, centre, numberParam(oracleCase.params, 'sigma') ?? 1)) }
}
