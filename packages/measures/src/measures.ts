export { cChart } from './charts/c-chart.ts'
export type { AttributeChart, AttributeOptions, AttributePhase } from './charts/attribute-chart.ts'
export type { ControlPoint, ControlSignals } from './charts/control-chart.ts'
export { laneyPChart } from './charts/laney-p-chart.ts'
export { movingRanges } from './charts/moving-ranges.ts'
export {
  nelsonRules,
  westernElectricRules,
  type NelsonFindings,
  type NelsonRule,
  type PatternFinding,
} from './charts/nelson-rules.ts'
export { pChart } from './charts/p-chart.ts'
export type { PhaseOptions, Stretch } from './charts/phases.ts'
export { runChart, type RunChart, type RunChartOptions, type RunFinding, type RunPhase } from './charts/run-chart.ts'
export { uChart } from './charts/u-chart.ts'
export { xmrChart, type XmrChart, type XmrOptions, type XmrPhase } from './charts/xmr-chart.ts'
