import { useId } from 'preact/hooks'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { DescriptionList, Table } from '../../../../ui/table.tsx'
import type { Distribution } from '../schema.ts'
import { schoolsPerDot, stretchOf } from '../spread/rules.ts'
import { placeOn } from './mini-strip.tsx'
import { useScoreWords } from './words.tsx'

// As far apart as the dashes of `outside-dots`.
const GAP = 7

/** A school of ours on the strip. */
export type Mark = { label: string; value: number }

type StripProps = { title: string; sentence: string; among: Distribution; marks: Mark[] }

/** All schools of a file as dots along the scale, the middle half of them, the median, and where ours stand. */
export function Strip({ title, sentence, among, marks }: StripProps) {
  const id = useId()
  const { text, format } = usePage()
  const perDot = schoolsPerDot(among.bins)
  return (
    <ChartFrame
      id={id}
      sentence={sentence}
      table={
        <div class="stack">
          <Figures among={among} marks={marks} />
          <Stretches title={title} among={among} />
        </div>
      }
    >
      <div class="outside-strip">
        <StripPlot among={among} marks={marks} perDot={perDot} labelledBy={id} />
        <p class="chart-notes soft">
          {perDot > 1 ? text('measures.outside_dots_many', { n: format.number(perDot) }) : text('measures.outside_dots_one')}{' '}
          {marks.length > 1 && text('measures.outside_rings')}
        </p>
      </div>
    </ChartFrame>
  )
}

type PlotProps = { among: Distribution; marks: Mark[]; perDot: number; labelledBy: string }

function StripPlot({ among, marks, perDot, labelledBy }: PlotProps) {
  const { text } = usePage()
  const { write } = useScoreWords()
  const { median } = among
  const tallest = Math.max(1, ...among.bins.map((count) => Math.ceil(count / perDot)))
  const base = tallest * GAP + 34
  return (
    <svg width="100%" height={base + (marks.length === 1 ? 48 : 28)} role="img" aria-labelledby={labelledBy}>
      <MiddleHalf among={among} base={base} />
      <Heaps among={among} perDot={perDot} base={base} />
      <line class="axis" x1="1%" x2="99%" y1={base} y2={base} />
      {[among.low, among.high].map((value) => (
        <text class={value === among.low ? undefined : 'end'} x={value === among.low ? '1%' : '99%'} y={base + 20} key={value}>
          {write(value, among)}
        </text>
      ))}
      {median !== null && (
        <g>
          <line class="centre" x1={placeOn(among, median)} x2={placeOn(among, median)} y1={20} y2={base + 5} />
          <text class={`text-centre halo ${anchorOf(among, median)}`} x={placeOn(among, median)} y={14}>
            {text('ui.median_is', { value: write(median, among) })}
          </text>
        </g>
      )}
      <Marks among={among} marks={marks} base={base} />
    </svg>
  )
}

function MiddleHalf({ among, base }: { among: Distribution; base: number }) {
  const { lowerQuartile, upperQuartile } = among
  if (lowerQuartile === null || upperQuartile === null) return null
  return <line class="outside-half" x1={placeOn(among, lowerQuartile)} x2={placeOn(among, upperQuartile)} y1={base + 3} y2={base + 3} />
}

/**
 * A stretch with few schools among many still has its dot: the ends of a distribution are what one looks for. Each heap is one dotted
 * line, so that a page of sixty scores of a whole city stays light.
 */
function Heaps({ among, perDot, base }: { among: Distribution; perDot: number; base: number }) {
  return (
    <>
      {among.bins.map((count, bin) => {
        const [from, to] = stretchOf(bin, among, among.bins.length)
        const x = placeOn(among, (from + to) / 2)
        const dots = Math.ceil(count / perDot)
        const lowest = base - GAP * 0.75
        return dots > 0 && <line class="outside-dots" x1={x} x2={x} y1={lowest} y2={lowest - GAP * (dots - 1) - 0.5} key={bin} />
      })}
    </>
  )
}

/** One school is named where it stands; several are rings, and their table names them. */
function Marks({ among, marks, base }: { among: Distribution; marks: Mark[]; base: number }) {
  const { write } = useScoreWords()
  const single = marks.length === 1 ? marks[0] : undefined
  return (
    <>
      {marks.map(({ label, value }) => (
        <circle class="outside-mark" cx={placeOn(among, value)} cy={base} r={6} key={label} />
      ))}
      {single && (
        <text class={`bold halo ${anchorOf(among, single.value)}`} x={placeOn(among, single.value)} y={base + 40}>
          {`${single.label} ${write(single.value, among)}`}
        </text>
      )}
    </>
  )
}

function anchorOf({ low, high }: Distribution, value: number): string {
  const share = (value - low) / (high - low)
  return share > 0.75 ? 'end' : share < 0.25 ? '' : 'middle'
}

function Figures({ among, marks }: { among: Distribution; marks: Mark[] }) {
  const { text, format } = usePage()
  const { write, writeOr } = useScoreWords()
  return (
    <DescriptionList
      facts={[
        ...(marks.length === 1 ? marks : []).map(({ label, value }) => ({ term: label, value: write(value, among) })),
        { term: text('measures.outside_lowest'), value: writeOr(among.lowest, among) },
        { term: text('measures.outside_lower_quartile'), value: writeOr(among.lowerQuartile, among) },
        { term: text('measures.outside_median'), value: writeOr(among.median, among) },
        { term: text('measures.outside_upper_quartile'), value: writeOr(among.upperQuartile, among) },
        { term: text('measures.outside_highest'), value: writeOr(among.highest, among) },
        { term: text('measures.outside_schools_with_score'), value: format.number(among.schools) },
      ]}
    />
  )
}

/** The heaps in numbers, ten to the scale: forty would be a list that nobody reads. */
function Stretches({ title, among }: { title: string; among: Distribution }) {
  const { text, format } = usePage()
  const { write } = useScoreWords()
  const size = among.bins.length / 10
  const rows = Array.from({ length: 10 }, (_, part) => {
    const [from, to] = stretchOf(part, among, 10)
    return { from, to, count: among.bins.slice(part * size, (part + 1) * size).reduce((sum, count) => sum + count, 0) }
  })
  return (
    <Table
      caption={text('measures.outside_heaps', { name: title })}
      captionUnseen
      rows={rows}
      columns={[
        { label: text('measures.outside_stretch'), cell: (row) => `${write(row.from, among)} – ${write(row.to, among)}` },
        { label: text('measures.outside_schools'), numeric: true, cell: (row) => format.number(row.count) },
      ]}
    />
  )
}
