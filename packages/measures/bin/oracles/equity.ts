import { at } from '../../src/numbers/at.ts'
import {
  eightyPercentIndex,
  meanGap,
  percentagePointGap,
  proportionalityIndex,
  rateGap,
  resourceDistribution,
  riskRatios,
  wilsonInterval,
  type GapImpact,
  type GroupCount,
  type Interval,
} from '../../src/measures.ts'
import { inOrderOf } from './in-order-of.ts'
import { mainTable, numberParam, textParam } from './params.ts'
import type { OracleCase } from './read-case.ts'
import { columnAmong, columnAmongOr, numberColumn, textColumn, type Table } from './table.ts'

export function equityGapRatesCase(oracleCase: OracleCase) {
  const groups = countsOf(mainTable(oracleCase))
  const { expected } = oracleCase
  const whole = groups.reduce((total, group) => total + group.n, 0)
  const points = (key: string, found: GapImpact[]) => inOrderOf(expected[key], 'group', found.map(namedGap))
  return {
    overall_rate: whole > 0 ? groups.reduce((total, group) => total + group.successes, 0) / whole : null,
    groups: inOrderOf(expected['groups'], 'group', ratesOf(oracleCase, groups)),
    ppg_overall: points('ppg_overall', percentagePointGap(groups)),
    ppg_all_but_current: points('ppg_all_but_current', percentagePointGap(groups, { reference: 'all but current' })),
    ppg_hpg: points('ppg_hpg', percentagePointGap(groups, { reference: 'highest' })),
    ppg_overall_prop_moe: points('ppg_overall_prop_moe', percentagePointGap(groups, { ownRateInMargin: true })),
    proportionality_index: inOrderOf(expected['proportionality_index'], 'group', proportionsOf(groups)),
    eighty_percent_index: inOrderOf(expected['eighty_percent_index'], 'group', eightiesOf(groups)),
  }
}

function countsOf(table: Table): GroupCount[] {
  const people = numberColumn(table, columnAmong(table, ['n', 'children', 'enrolled', 'total']))
  const events = numberColumn(table, columnAmong(table, ['success', 'successes', 'identified', 'events', 'count']))
  return textColumn(table, columnAmongOr(table, ['group', 'subgroup'], 0)).map((group, row) => ({
    group: group ?? '',
    n: at(people, row) ?? 0,
    successes: at(events, row) ?? 0,
  }))
}

function ratesOf(oracleCase: OracleCase, groups: readonly GroupCount[]) {
  const reference = referenceOf(groups, textParam(oracleCase.params, 'reference_group'))
  const risks = riskRatios(groups, groups, { smallestCell: 0, smallestNumber: 0 })
  return groups.map((group, i) => {
    const wilson = wilsonInterval(group.successes, group.n)
    const gap = reference && rateGap(group, reference)
    return {
      group: group.group,
      n: group.n,
      rate: group.n > 0 ? group.successes / group.n : null,
      wilson95_lower: wilson.lower,
      wilson95_upper: wilson.upper,
      gap_vs_reference: gap?.gap,
      gap_wald95: gap && bounds(gap.wald),
      gap_newcombe95: gap && bounds(gap.newcombe),
      risk_ratio: gap?.riskRatio,
      risk_ratio95: gap && bounds(gap.riskRatioInterval),
      odds_ratio: gap?.oddsRatio,
      cohen_h: gap?.cohenH,
      idea_risk_ratio: at(risks, i).riskRatio,
    }
  })
}

/** The group of the name, or the one of the highest rate where the case asks for that. */
function referenceOf(groups: readonly GroupCount[], name: string | undefined): GroupCount | undefined {
  const [highest] = percentagePointGap(groups, { reference: 'highest' })
  const sought = name === undefined || /^(hpg|highest)/i.test(name) ? highest?.referenceGroup : name
  return groups.find((group) => group.group === name) ?? groups.find((group) => group.group === sought)
}

function bounds({ lower, upper }: Interval) {
  return [lower, upper]
}

function namedGap(found: GapImpact) {
  return {
    group: found.group,
    n: found.n,
    success: found.successes,
    pct: found.rate,
    reference: found.reference,
    reference_group: found.referenceGroup,
    moe: found.margin,
    pct_lo: found.lower,
    pct_hi: found.upper,
    ...namedNeeds(found),
  }
}

function namedNeeds(found: { impact: boolean; neededToEndImpact: number; neededForParity: number }) {
  return {
    di_indicator: found.impact ? 1 : 0,
    success_needed_not_di: found.neededToEndImpact,
    success_needed_full_parity: found.neededForParity,
  }
}

function proportionsOf(groups: readonly GroupCount[]) {
  return proportionalityIndex(groups).map((found) => ({
    group: found.group,
    n: found.n,
    success: found.successes,
    pct_success: found.shareOfSuccesses,
    pct_group: found.shareOfPeople,
    di_prop_index: found.index,
    ...namedNeeds(found),
  }))
}

function eightiesOf(groups: readonly GroupCount[]) {
  return eightyPercentIndex(groups).map((found) => ({
    group: found.group,
    n: found.n,
    success: found.successes,
    pct: found.rate,
    reference: found.reference,
    reference_group: found.referenceGroup,
    di_80_index: found.index,
    ...namedNeeds(found),
  }))
}

export function equityIdeaRiskRatioCase(oracleCase: OracleCase) {
  const groups = countsOf(mainTable(oracleCase))
  const state = oracleCase.tables['state']
  const found = riskRatios(groups, state ? countsOf(state) : [], {
    smallestCell: numberParam(oracleCase.params, 'min_cell') ?? 10,
    smallestNumber: numberParam(oracleCase.params, 'min_n') ?? 30,
  })
  const named = found.map((group) => ({
    group: group.group,
    risk: group.risk,
    risk_others: group.riskOfOthers,
    risk_ratio: group.riskRatio,
    calculated: group.calculated,
    use_alternate: group.useAlternate,
    alternate_risk_ratio: group.alternate,
  }))
  return { groups: inOrderOf(oracleCase.expected['groups'], 'group', named) }
}

export function equityGapMeansCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  const values = numberColumn(table, columnAmongOr(table, ['y', 'value', 'score'], -1))
  const names = textColumn(table, columnAmongOr(table, ['group', 'subgroup'], 0))
  const reference = textParam(oracleCase.params, 'reference_group')
  const of = (group: string | null | undefined) => values.filter((value, row): value is number => value !== null && names[row] === group)
  const others = [...new Set(names)].filter((name) => name !== null && name !== reference)
  const groups = others.map((group) => {
    const gap = meanGap(of(group), of(reference))
    return {
      group: group ?? '',
      n: gap.n,
      mean: gap.mean,
      sd: gap.sd,
      cohen_d: gap.cohenD,
      hedges_g: gap.hedgesG,
      var_g: gap.varianceOfG,
      welch_t: gap.welchT,
      welch_df: gap.welchDf,
      welch_p: gap.welchP,
      auc_prob_superiority: gap.superiority,
    }
  })
  const own = meanGap(of(reference), of(reference))
  return {
    reference: { n: own.n, mean: own.mean, sd: own.sd },
    groups: inOrderOf(oracleCase.expected['groups'], 'group', groups),
  }
}

export function equityResourceCase(oracleCase: OracleCase) {
  const table = mainTable(oracleCase)
  // A param may say what the column means behind its name: "n (enrolment)".
  const named = (param: string, usual: string) => {
    const [column = usual] = (textParam(oracleCase.params, param) ?? usual).split(' (')
    return table.columns.includes(column) ? column : usual
  }
  const [people, values] = [numberColumn(table, named('weights', 'n')), numberColumn(table, named('value', 'x'))]
  const shares = textColumn(table, named('group', 'group')).flatMap((group, row) => {
    const [count, value] = [at(people, row), at(values, row)]
    return count === null || value === null ? [] : [{ group: group ?? '', people: count, value }]
  })
  const found = resourceDistribution(shares)
  return {
    mean: found.mean,
    theil_T: found.theil,
    theil_between: found.between,
    theil_within: found.within,
    between_share: found.betweenShare,
    gini: found.gini,
    cv: found.coefficientOfVariation,
    mcloone: found.mcLoone,
    range_ratio: found.rangeRatio,
  }
}
