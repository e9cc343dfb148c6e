import { at } from '../../src/numbers/at.ts'
import { sum } from '../../src/numbers/sum.ts'
import { mantelHaenszel, strataOfPeople, type MantelHaenszel } from '../../src/measures.ts'
import { inOrderOf } from './in-order-of.ts'
import { listParam, mainTable, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmongOr, numberColumn, textColumn } from './table.ts'

export function difCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const groupColumn = textParam(oracleCase.params, 'group') ?? columnAmongOr(table, ['group', 'gender', 'sex'], 0)
  const groups = textColumn(table, groupColumn)
  const items = listParam(oracleCase.params, 'items') ?? table.columns.filter((column) => column !== groupColumn)
  const focal = textParam(oracleCase.params, 'focal_group')
  const columns = items.map((item) => numberColumn(table, item))
  const reference = textParam(oracleCase.params, 'reference_group') ?? groups.find((group) => group !== null)
  const rows = table.rows.flatMap((_, row) => {
    const answers = columns.map((column) => at(column, row))
    const group = at(groups, row)
    const compared = focal === undefined || group === focal || group === reference
    return group === null || !compared || !isKnown(answers) ? [] : [{ group, answers }]
  })
  const withoutItem = /excluding|rest/.test(textParam(oracleCase.params, 'matching') ?? '')
  const continuity = oracleCase.params['continuity_correction'] !== false
  const found = items.map((item, i) => {
    const people = rows.map(({ group, answers }) => ({
      reference: group === reference,
      right: at(answers, i) === 1,
      score: sum(answers) - (withoutItem ? at(answers, i) : 0),
    }))
    return named(item, mantelHaenszel(strataOfPeople(people), { continuity }))
  })
  return { items: inOrderOf(oracleCase.expected['items'], 'item', found) }
}

function named(item: string, found: MantelHaenszel) {
  return {
    item,
    alpha_mh: found.oddsRatio,
    mh_d_dif: found.delta,
    chisq_corrected: found.chiSquare,
    chisq: found.chiSquare,
    p: found.p,
    ets: found.ets,
    ets_class: found.ets,
  }
}

function isKnown(answers: readonly (number | null)[]): answers is number[] {
  return answers.every((answer) => answer !== null)
}
