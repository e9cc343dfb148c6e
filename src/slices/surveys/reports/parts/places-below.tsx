import { useId } from 'preact/hooks'
import { ChartFrame } from '../../../../ui/charts/chart-frame.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { inLanguage, optionCount } from '../../rules.ts'
import type { SaidPlace, SaidScale } from '../schema.ts'
import { meanInWords } from '../words/rules.ts'
import { MeanMark, placeOn, ScaleAxis } from './mean-line.tsx'

type Told = Extract<SaidPlace, { suppressed: false }>

/** More rows than these are read in the table. */
const MOST_DRAWN = 40

/** The places below: what was answered in each beside what its mean is likely to be. */
export function PlacesBelow({ said }: { said: SaidScale }) {
  const id = useId()
  const { text } = usePage()
  const told = said.places.filter((place) => !place.suppressed)
  const sentence = text('surveys.report_places_sentence', { n: said.places.length, hidden: said.places.length - told.length })
  return (
    <ChartFrame id={id} sentence={sentence} table={<PlacesTable said={said} />}>
      {told.length > 0 && told.length <= MOST_DRAWN && <Rows places={told} most={optionCount(said.scale)} labelledBy={id} />}
    </ChartFrame>
  )
}

const ROW = 46

function Rows({ places, most, labelledBy }: { places: Told[]; most: number; labelledBy: string }) {
  const { text } = usePage()
  const base = places.length * ROW + 8
  return (
    <>
      <svg width="100%" height={base + 28} role="img" aria-labelledby={labelledBy}>
        {places.map((place, row) => (
          <g key={place.slug}>
            <text class="ink" x="4%" y={row * ROW + 16}>
              {place.name}
            </text>
            <line class="grid" x1="4%" x2="96%" y1={row * ROW + 30} y2={row * ROW + 30} />
            <MeanMark mean={place.mean} most={most} y={row * ROW + 30} />
            {place.shrunken !== null && <circle class="report-ring" cx={placeOn(place.shrunken, most)} cy={row * ROW + 30} r="7" />}
          </g>
        ))}
        <ScaleAxis most={most} y={base} />
      </svg>
      <ul class="bar-keys">
        <li>
          <svg width="20" height="20" aria-hidden="true">
            <circle class="fill-ink" cx="10" cy="10" r="7" />
          </svg>
          {text('surveys.report_raw')}
        </li>
        <li>
          <svg width="20" height="20" aria-hidden="true">
            <circle class="report-ring" cx="10" cy="10" r="7" />
          </svg>
          {text('surveys.report_shrunken')}
        </li>
      </ul>
    </>
  )
}

function PlacesTable({ said }: { said: SaidScale }) {
  const { text, format, language } = usePage()
  const none = text('surveys.report_not_said')
  const few = text('surveys.report_too_few')
  const number = (value: number | null, digits = 2) => (value === null ? none : format.number(value, digits))
  const columns = [
    { label: text('surveys.report_place'), cell: (place: SaidPlace) => place.name },
    { label: text('surveys.report_n'), numeric: true, cell: (place: SaidPlace) => (place.suppressed ? few : format.number(place.n)) },
    { label: text('surveys.report_raw'), numeric: true, cell: (place: SaidPlace) => (place.suppressed ? '' : <MeanWords place={place} />) },
    { label: text('surveys.report_shrunken'), numeric: true, cell: (place: SaidPlace) => (place.suppressed ? '' : number(place.shrunken)) },
    {
      label: text('surveys.report_weight'),
      numeric: true,
      cell: (place: SaidPlace) => (place.suppressed ? '' : number(place.reliability)),
    },
  ]
  return (
    <Table
      caption={`${inLanguage(said.scale.name, language)}: ${text('surveys.report_places')}`}
      captionUnseen
      columns={columns}
      rows={said.places}
      stack
    />
  )
}

function MeanWords({ place }: { place: Told }) {
  const { text, format } = usePage()
  const told = meanInWords(place.mean, format.number)
  return <>{text(told.key, told.values)}</>
}
