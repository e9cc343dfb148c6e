import { useId } from 'preact/hooks'
import type { Hue } from '../marks.tsx'
import { usePage } from '../page-context.tsx'
import { Table } from '../table.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { HuePatterns, hueFill } from './hue-patterns.tsx'

type Part = { label: string; value: number; hue?: Hue }

/** A whole and its parts in one bar, each part named and counted below it. */
export function StackBar({ sentence, parts }: { sentence: string; parts: Part[] }) {
  const id = useId()
  const { text, format } = usePage()
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  const columns = [
    { label: text('ui.table_part'), cell: ({ label }: Part) => label },
    { label: text('ui.table_value'), numeric: true, cell: ({ value }: Part) => format.number(value) },
    {
      label: text('ui.table_share'),
      numeric: true,
      cell: ({ value }: Part) => (total > 0 ? format.percent(value / total) : text('ui.no_value')),
    },
  ]
  return (
    <ChartFrame id={id} sentence={sentence} table={<Table caption={sentence} captionUnseen columns={columns} rows={parts} />}>
      <svg width="100%" height="36" role="img" aria-labelledby={id}>
        <HuePatterns prefix={id} />
        <line class="axis" x1="0" x2="100%" y1="36" y2="36" />
        {spans(parts, total).map(({ part, from, width }) => (
          <rect {...barLook(id, part.hue)} x={`${from}%`} width={`${width}%`} height="36" key={part.label} />
        ))}
      </svg>
      <ul class="bar-keys">
        {parts.map(({ label, value, hue }) => (
          <li key={label}>
            <svg width="20" height="20" aria-hidden="true">
              <rect {...hueFill(id, hue)} width="20" height="20" />
            </svg>
            <span>
              {label} <b>{format.number(value)}</b>
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

function barLook(prefix: string, hue: Hue | undefined) {
  const look = hueFill(prefix, hue)
  return { ...look, class: ['stroke-paper', look.class].filter(Boolean).join(' ') }
}

function spans(parts: Part[], total: number) {
  let from = 0
  return parts
    .filter(({ value }) => value > 0)
    .map((part) => {
      const span = { part, from, width: (100 * part.value) / total }
      from += span.width
      return span
    })
}
