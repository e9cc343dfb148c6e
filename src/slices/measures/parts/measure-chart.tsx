import { LineChart, type LinePoint } from '../../../ui/charts/line-chart.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import type { Measure, MeasureNote } from '../schema.ts'
import type { Reading } from '../signals/schema.ts'
import { useFinding } from './finding.tsx'

type MeasureChartProps = {
  measure: Pick<Measure, 'kind' | 'unitOfMeasure' | 'name'>
  reading: Reading
  notes: readonly Pick<MeasureNote, 'onDay' | 'text'>[]
}

/** A measure over time: what may be said of it, the drawing with its phases, notes and signals, and the table below. */
export function MeasureChart({ measure, reading, notes }: MeasureChartProps) {
  const { text, format } = usePage()
  const { write, ruleOf, sentence } = useFinding(measure)
  const marks = marksOf(reading)
  const words = notesOf(reading, notes)
  const points = reading.points.map((point, index): LinePoint => {
    const mark = marks.get(index + 1)
    return {
      label: format.day(point.observedOn),
      value: point.value ?? undefined,
      centre: point.centre ?? undefined,
      low: point.lower ?? undefined,
      high: point.upper ?? undefined,
      signal: mark && ruleOf(mark),
      note: words.get(index),
    }
  })
  const phases = reading.phases.filter((phase) => phase.label).map((phase) => ({ at: phase.from - 1, label: phase.label }))
  return (
    <>
      <LineChart
        sentence={sentence(reading)}
        points={points}
        phases={phases}
        format={write}
        fromZero={measure.kind === 'proportion'}
        valueLabel={measure.name}
        periodLabel={text('measures.day')}
        centreLabel={text(reading.chart === 'run' ? 'measures.median' : 'measures.mean')}
      />
      <Dispersed reading={reading} />
    </>
  )
}

/** Shares that vary more or less than counting explains, and whether the limits know of it. */
function Dispersed({ reading: { chart, dispersion } }: Pick<MeasureChartProps, 'reading'>) {
  const { text } = usePage()
  if (!dispersion || (chart !== 'p' && chart !== 'laney')) return null
  return <p class="small">{text(`measures.varies_${dispersion}_${chart}`)}</p>
}

/** Of patterns that run into one another the first is named, where it is complete; and the one that the sentence rests on. */
function marksOf({ signals, signal }: Reading) {
  const first = signals.filter((one, index) => signals.slice(0, index).every((earlier) => earlier.to < one.from - 1))
  return new Map([...first, ...(signal ? [signal] : [])].map((one) => [one.to, one]))
}

/** Words stand at the first point on or after their day; those after the last point, at the last. */
function notesOf({ points }: Reading, notes: MeasureChartProps['notes']) {
  const words = new Map<number, string>()
  for (const note of notes) {
    const at = points.findIndex((point) => point.observedOn >= note.onDay)
    const index = at >= 0 ? at : points.length - 1
    words.set(index, [words.get(index), note.text].filter(Boolean).join('; '))
  }
  return words
}
