import { Flow } from '../../../ui/charts/flow.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { KindMark } from '../parts/kind-mark.tsx'
import { Views } from '../parts/views.tsx'
import { GrowthChart } from './parts/growth-chart.tsx'
import { rateOf } from './rules.ts'
import type { KindStanding, Standing } from './schema.ts'

export type ConversionPageProps = { standings: Standing[]; byKind: KindStanding[]; uses: number; when: string; year?: string }

/** From recognized to used to generated: how much of what a place has goes to work, and what grows out of it. */
export function ConversionPage({ standings, byKind, uses, when, year }: ConversionPageProps) {
  const { text } = usePage()
  const last = standings.at(-1)
  return (
    <>
      <PageHead title={text('resources.conversion_title')} lead={text('resources.conversion_lead')} />
      <Views now="conversion" query={{ year }} />
      {!last || last.recognized === 0 ? (
        <EmptyState question={text('resources.conversion_empty')} example={text('resources.example_knowledge')} />
      ) : (
        <>
          <Section title={text('resources.conversion_now')}>
            <Stages standing={last} uses={uses} />
          </Section>
          <Section title={text('resources.conversion_over_time', { when })}>
            <GrowthChart standings={standings} />
          </Section>
          <Section title={text('resources.conversion_by_kind')}>
            <KindTable byKind={byKind} />
          </Section>
        </>
      )}
    </>
  )
}

function Stages({ standing, uses }: { standing: Standing; uses: number }) {
  const { text, format } = usePage()
  const { recognized, used, wellUsed, generated } = standing
  const percent = (part: number, whole: number) => format.percent(rateOf(part, whole) ?? 0)
  return (
    <Flow
      sentence={text('resources.conversion_sentence', { recognized, used, wellUsed, generated })}
      stages={[
        { label: text('resources.stage_recognized'), value: recognized },
        { label: text('resources.stage_used'), value: used, rate: text('resources.rate_used', { share: percent(used, recognized) }) },
        {
          label: text('resources.stage_well_used'),
          value: wellUsed,
          rate: text('resources.rate_well_used', { share: percent(wellUsed, used) }),
        },
        { label: text('resources.stage_generated'), value: generated, rate: text('resources.rate_generated', { n: uses }) },
      ]}
    />
  )
}

function KindTable({ byKind }: { byKind: KindStanding[] }) {
  const { text, format } = usePage()
  const never = byKind.filter((one) => one.used === 0 && one.recognized > 0).map((one) => text(`resources.kind_${one.kind}`))
  const columns = [
    { label: text('resources.kind'), cell: (row: KindStanding) => <KindMark kind={row.kind} /> },
    { label: text('resources.stage_recognized'), numeric: true, cell: (row: KindStanding) => format.number(row.recognized) },
    { label: text('resources.stage_used'), numeric: true, cell: (row: KindStanding) => format.number(row.used) },
    { label: text('resources.stage_well_used'), numeric: true, cell: (row: KindStanding) => format.number(row.wellUsed) },
    { label: text('resources.stage_generated'), numeric: true, cell: (row: KindStanding) => format.number(row.generated) },
  ]
  return (
    <>
      {never.length > 0 && <p>{text('resources.kinds_never_used', { kinds: format.list(never) })}</p>}
      <Table
        caption={text('resources.conversion_by_kind')}
        captionUnseen
        columns={columns}
        rows={byKind}
        rowKey={(row) => row.kind}
        stack
      />
    </>
  )
}
