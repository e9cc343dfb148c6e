import { usePage } from '../../../ui/page-context.tsx'
import type { TextKey } from '../../../messages/text.ts'
import type { Measure } from '../schema.ts'
import type { Reading, Signal, Verdict } from '../signals/schema.ts'

const RULES: Record<Signal['rule'], TextKey | undefined> = {
  beyondThreeSigma: 'measures.rule_outside',
  runOfEight: 'measures.rule_run',
  twoOfThreeBeyondTwoSigma: 'measures.rule_two_of_three',
  fourOfFiveBeyondOneSigma: 'measures.rule_four_of_five',
  longRun: 'measures.rule_long_run',
  fewCrossings: 'measures.rule_few_crossings',
  // The chart library knows more patterns than are asked for here: each further rule would cry wolf more often.
  runOfNine: undefined,
  trendOfSix: undefined,
  alternatingFourteen: undefined,
  fifteenWithinOneSigma: undefined,
  eightOutsideOneSigma: undefined,
}

/** The words of a measure's figures: its numbers with their unit, the name of a rule, and the one sentence that may be said. */
export function useFinding(measure: Pick<Measure, 'kind' | 'unitOfMeasure'>) {
  const { text, format } = usePage()

  function write(value: number): string {
    if (measure.kind === 'proportion') return format.percent(value)
    return measure.unitOfMeasure ? `${format.number(value)} ${measure.unitOfMeasure}` : format.number(value)
  }

  function ruleOf(signal: Signal): string {
    const key = RULES[signal.rule]
    return key ? text(key) : ''
  }

  function sentence(reading: Reading): string {
    const { verdict, signal, points } = reading
    const centre = points.at(-1)?.centre ?? undefined
    if (verdict === 'few') return text('measures.finding_few', { n: points.length })
    if (verdict === 'steady' || !signal)
      return text('measures.finding_steady', { n: points.length, centre: centre === undefined ? '' : write(centre) })
    const at = points[signal.from - 1]
    const since = format.day(at?.observedOn ?? '')
    return text(`measures.finding_${verdict}`, { rule: ruleOf(signal), since, centre: at?.centre == null ? '' : write(at.centre) })
  }

  return { write, ruleOf, sentence }
}

/** One word for a verdict: what may be said of a measure, and no more. */
export function VerdictWord({ verdict }: { verdict: Verdict }) {
  const { text } = usePage()
  return <span class={`verdict verdict-${verdict}`}>{text(`measures.verdict_${verdict}`)}</span>
}
