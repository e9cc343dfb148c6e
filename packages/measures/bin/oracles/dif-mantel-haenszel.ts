import { at } from '../../src/numbers/at.ts'
import { mantelHaenszel, responseTablesOfRows, strataOfScores } from '../../src/measures.ts'
import { mainTable, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmong, numberColumn, textColumn } from './table.ts'

export function difCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const groupColumn = textParam(oracleCase.params, 'group') ?? columnAmong(table, ['group'])
  const groups = textColumn(table, groupColumn)
  const reference = textParam(oracleCase.params, 'reference_group')
  const items = table.columns.filter((column) => column !== groupColumn)
  const columns = items.map((item) => numberColumn(table, item))
  const rows = table.rows.map((_, row) => columns.map((column) => at(column, row)))
  const part = (inGroup: boolean) => {
    // Two rows of bounds keep both parts on one scale of categories; they are taken out again below.
    const chosen = rows.filter((_, row) => groups[row] !== null && (groups[row] === reference) === inGroup)
    return responseTablesOfRows(items, [...chosen, items.map(() => 0), items.map(() => 1)]).counts.map(withoutBounds)
  }
  const [ours, others] = [part(true), part(false)]
  const continuity = oracleCase.params['continuity_correction'] !== false
  return {
    items: items.map((item, i) => {
      const found = mantelHaenszel(strataOfScores(at(ours, i), at(others, i)), { continuity })
      return {
        item,
        alpha_mh: found.oddsRatio,
        mh_d_dif: found.delta,
        chisq_corrected: found.chiSquare,
        chisq: found.chiSquare,
        p: found.p,
        ets_class: found.ets,
      }
    }),
  }
}

function withoutBounds(table: readonly (readonly number[])[]): number[][] {
  const last = (table[0]?.length ?? 1) - 1
  return table.map((line, category) => line.map((count, score) => count - (score === (category === 0 ? 0 : last) ? 1 : 0)))
}
