import type { NelsonFindings, NelsonRule } from '../../src/measures.ts'

const names: Record<string, NelsonRule> = {
  r1_beyond_3sigma: 'beyondThreeSigma',
  r2_run_of_8_one_side: 'runOfEight',
  r2_run_of_9_one_side: 'runOfNine',
  r3_trend_6_steady: 'trendOfSix',
  r4_14_alternating: 'alternatingFourteen',
  r5_2_of_3_beyond_2sigma: 'twoOfThreeBeyondTwoSigma',
  r6_4_of_5_beyond_1sigma: 'fourOfFiveBeyondOneSigma',
  r7_15_within_1sigma: 'fifteenWithinOneSigma',
  r8_8_outside_1sigma_both_sides: 'eightOutsideOneSigma',
}

export function namedRules(findings: NelsonFindings) {
  return Object.fromEntries(Object.entries(names).map(([name, rule]) => [name, findings[rule]]))
}
