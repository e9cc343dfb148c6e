import { useId } from 'preact/hooks'
import type { Hue } from '../marks.tsx'
import { usePage } from '../page-context.tsx'
import { Table } from '../table.tsx'
import { ChartFrame } from './chart-frame.tsx'

type Stage = {
  label: string
  value: number
  hue?: Hue
  /** What became of the stage before, in words. */
  rate?: string
}

/** How many of the ones above went on to the one below: a bar for each stage, joined by what is left. */
export function Flow({ sentence, stages }: { sentence: string; stages: Stage[] }) {
  const id = useId()
  const { text, format } = usePage()
  const most = Math.max(1, ...stages.map(({ value }) => value))
  const columns = [
    { label: text('ui.table_stage'), cell: ({ label }: Stage) => label },
    { label: text('ui.table_value'), numeric: true, cell: ({ value }: Stage) => format.number(value) },
    ...(stages.some(({ rate }) => rate) ? [{ label: text('ui.table_note'), cell: ({ rate }: Stage) => rate }] : []),
  ]
  return (
    <ChartFrame id={id} sentence={sentence} table={<Table caption={sentence} captionUnseen columns={columns} rows={stages} />}>
      <ol class="flow">
        {stages.map((stage, index) => (
          <FlowStage stage={stage} before={stages[index - 1]} most={most} key={stage.label} />
        ))}
      </ol>
    </ChartFrame>
  )
}

function FlowStage({ stage, before, most }: { stage: Stage; before: Stage | undefined; most: number }) {
  const { format } = usePage()
  const share = (100 * stage.value) / most
  return (
    <li class={stage.hue ? `hue-${stage.hue}` : undefined}>
      {before && <FlowRate from={(100 * before.value) / most} to={share} rate={stage.rate} />}
      <span class="flow-name">
        {stage.label} <b>{format.number(stage.value)}</b>
      </span>
      <svg width="100%" height="32" aria-hidden="true">
        <rect class={stage.hue ? 'fill-hue' : 'fill-ink'} width={`${Math.max(share, 0.4)}%`} height="32" />
      </svg>
    </li>
  )
}

function FlowRate({ from, to, rate }: { from: number; to: number; rate: string | undefined }) {
  return (
    <span class="flow-rate">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path class="flow-link" d={`M0 0H${from}L${to} 10H0Z`} />
      </svg>
      {rate && <span>{rate}</span>}
    </span>
  )
}
