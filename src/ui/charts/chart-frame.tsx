import type { ComponentChildren } from 'preact'
import { Details } from '../page-parts.tsx'
import { usePage } from '../page-context.tsx'

type ChartFrameProps = {
  id: string
  sentence: string
  table: ComponentChildren
  /** Whether sentence and keys say all of the table, so that paper does without it. */
  isSaid?: boolean
  children?: ComponentChildren
}

/** What is to be seen, in a sentence; the drawing; and the same numbers as a table, one click below. */
export function ChartFrame({ id, sentence, table, isSaid, children }: ChartFrameProps) {
  const { text } = usePage()
  return (
    <figure class={isSaid ? 'chart chart-said' : 'chart'} aria-labelledby={id}>
      <figcaption id={id}>{sentence}</figcaption>
      {children}
      <Details summary={text('ui.chart_table')}>{table}</Details>
    </figure>
  )
}
