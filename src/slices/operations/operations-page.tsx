import { ActionForm } from '../../ui/button.tsx'
import { Banner, EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { Table } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import type { ChainState, FailedJob } from './schema.ts'

type Props = { failed: FailedJob[]; chain: ChainState | undefined }

/** What the administrator looks after: work that failed for good, and whether the record of events is whole. */
export function OperationsPage({ failed, chain }: Props) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('operations.title')} lead={text('operations.lead')} />
      <Section title={text('operations.failed')}>
        {failed.length === 0 ? <EmptyState question={text('operations.none_failed')} small /> : <FailedJobs failed={failed} />}
      </Section>
      <Section title={text('operations.events')}>
        <p>{text('operations.events_lead')}</p>
        {chain && <ChainResult chain={chain} />}
        <ActionForm action={at(urls.operationsVerification)} label={text('operations.verify')} />
      </Section>
    </>
  )
}

function FailedJobs({ failed }: { failed: FailedJob[] }) {
  const { text, at, format } = usePage()
  return (
    <Table
      caption={text('operations.failed')}
      captionUnseen
      stack
      columns={[
        { label: text('operations.job'), cell: (job) => job.name, header: true },
        { label: text('operations.when'), cell: (job) => format.dateTime(job.failedAt) },
        { label: text('operations.why'), cell: (job) => job.reason },
        {
          label: text('operations.act'),
          cell: (job) => <ActionForm action={at(urls.operationsRetry, { job: job.id })} label={text('operations.retry')} size="small" />,
        },
      ]}
      rows={failed}
      rowKey={(job) => job.id}
    />
  )
}

function ChainResult({ chain }: { chain: ChainState }) {
  const { text } = usePage()
  const { brokenAt, events, seals, unsealed } = chain
  if (brokenAt !== undefined) return <Banner kind="needs">{text('operations.broken', { seal: brokenAt })}</Banner>
  return <Banner kind="info">{text('operations.whole', { events, seals, unsealed })}</Banner>
}
