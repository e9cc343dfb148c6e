import { usePage, useSay } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { chartFor, whyNotChart } from '../signals/rules.ts'
import { CHARTS, type ChartName, type Reading, type Series } from '../signals/schema.ts'

type ChartChoiceProps = { measureId: string; series: Series; reading: Reading }

/** Which chart this is and why, and the other ones: linked where they fit the data, with the reason where they do not. */
export function ChartChoice({ measureId, series, reading }: ChartChoiceProps) {
  const { text } = usePage()
  const say = useSay()
  return (
    <div class="chart-choice stack stack-tight small">
      <p>
        <strong>{text(`measures.chart_${reading.chart}`)}.</strong> {say(reading.why)}
      </p>
      {reading.caution && <p>{say(reading.caution)}</p>}
      <ul class="row" aria-label={text('measures.other_charts')}>
        {CHARTS.filter((chart) => chart !== reading.chart).map((chart) => (
          <li key={chart}>
            <Other chart={chart} measureId={measureId} series={series} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Other({ chart, measureId, series }: { chart: ChartName; measureId: string; series: Series }) {
  const { text, at } = usePage()
  const say = useSay()
  const whyNot = whyNotChart(chart, series)
  const name = text(`measures.chart_${chart}`)
  if (whyNot) return <span class="soft">{`${name}: ${say(whyNot)}`}</span>
  const asked = chartFor(series).chart === chart ? undefined : chart
  return <a href={at(urls.measure, { measure: measureId }, { chart: asked })}>{text('measures.show_as', { chart: name })}</a>
}
