import type { ComponentChildren } from 'preact'
import { Details } from '../page-parts.tsx'
import { usePage } from '../page-context.tsx'

type ChartFrameProps = { id: string; sentence: string; table: ComponentChildren; children?: ComponentChildren }

/** What is to be seen, in a sentence; the drawing; and the same numbers as a table, one click below. */
export function ChartFrame({ id, sentence, table, children }: ChartFrameProps) {
  const { text } = usePage()
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption id={id}>{sentence}</figcaption>
      {children}
      <Details summary={text('ui.chart_table')}>{table}</Details>
    </figure>
  )
}
