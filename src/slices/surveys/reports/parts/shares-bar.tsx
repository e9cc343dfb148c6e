import { useId } from 'preact/hooks'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import type { ShareRange, Shares, Spread } from '../schema.ts'
import { rangeInWords } from '../words/rules.ts'

const LOOKS = { low: 'fill-hair', middle: 'fill-soft', high: 'fill-ink' } as const

type Part = { band: keyof typeof LOOKS; share: number }

/** How answers lie, in one bar: unfavorable, in between, favorable. */
export function SharesBar({ name, sentence, spread }: { name: string; sentence: string; spread: Spread }) {
  const id = useId()
  const { text } = usePage()
  const parts = partsOf({ low: spread.low.value, middle: spread.middle?.value ?? null, high: spread.high.value })
  const words = ({ band }: Part) => {
    const range: ShareRange | null = spread[band]
    const told = range && rangeInWords(range)
    return told && text(told.key, told.values)
  }
  const columns = [
    { label: text('surveys.report_answers'), cell: ({ band }: Part) => text(`surveys.report_band_${band}`) },
    { label: text('surveys.report_share_of_answers'), cell: words },
  ]
  return (
    <ChartFrame
      id={id}
      sentence={sentence}
      table={<Table caption={`${name}: ${sentence}`} captionUnseen columns={columns} rows={parts} />}
      isSaid
    >
      <svg width="100%" height="32" role="img" aria-labelledby={id}>
        <Bars parts={parts} height={32} />
      </svg>
      <ul class="bar-keys">
        {parts.map((part) => (
          <li key={part.band}>
            <svg width="20" height="20" aria-hidden="true">
              <rect class={`${LOOKS[part.band]} report-edge`} width="20" height="20" />
            </svg>
            <span>
              {text(`surveys.report_band_${part.band}`)}: <b>{words(part)}</b>
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

/** The same without words, for a line of a table that has them beside it. */
export function ShareStrip({ shares }: { shares: Shares }) {
  return (
    <svg class="report-strip" width="96" height="14" aria-hidden="true">
      <Bars parts={partsOf(shares)} height={14} />
    </svg>
  )
}

function Bars({ parts, height }: { parts: Part[]; height: number }) {
  const total = parts.reduce((sum, { share }) => sum + share, 0)
  let from = 0
  return (
    <>
      {parts.map(({ band, share }) => {
        const [x, width] = [from, (100 * share) / total]
        from += width
        return <rect class={`${LOOKS[band]} report-edge`} x={`${x}%`} width={`${width}%`} height={height} key={band} />
      })}
    </>
  )
}

function partsOf({ low, middle, high }: Omit<Shares, 'step'>): Part[] {
  const between = middle === null ? [] : [{ band: 'middle' as const, share: middle }]
  return [{ band: 'low', share: low }, ...between, { band: 'high', share: high }]
}
