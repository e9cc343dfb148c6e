import { at } from '../../src/numbers/at.ts'
import { changeOfPeople } from '../../src/measures.ts'
import { mainTable, numberParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmongOr, numberColumn } from './table.ts'

export function semMdcRciCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const after = numberColumn(table, columnAmongOr(table, ['post', 'after', 't2'], -1))
  const pairs = numberColumn(table, columnAmongOr(table, ['pre', 'before', 't1'], -2)).map((before, row) => ({
    before,
    after: at(after, row),
  }))
  const reliability = numberParam(oracleCase.params, 'reliability')
  if (reliability === undefined) throw new Error('the case names no reliability')
  const change = changeOfPeople(pairs, reliability, { confidence: numberParam(oracleCase.params, 'confidence') ?? 0.95 })
  return {
    n: change.n,
    sd_pre: change.sdBefore,
    sem: change.standardError,
    ci95_halfwidth: change.halfWidth,
    s_diff: change.standardErrorOfDifference,
    mdc90: change.minimalDetectable90,
    mdc95: change.minimalDetectable95,
    rci: change.reliableChange,
    improved: change.improved,
    worsened: change.worsened,
    unchanged: change.unchanged,
    mean_change: change.meanChange,
    sd_change: change.sdChange,
    cohen_dz: change.dOfChanges,
    cohen_dav: change.dOfAverageSd,
    srm: change.dOfChanges,
    effect_size_glass: change.glass,
    paired_t: change.pairedT,
    paired_p: change.pairedP,
    pre_post_r: change.correlation,
  }
}
