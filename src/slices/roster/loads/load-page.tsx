import { LinkButton } from '../../../ui/button.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { Banner, PageHead, Section } from '../../../ui/page-parts.tsx'
import { urls } from '../../../urls.ts'
import { Application } from './parts/application.tsx'
import { Defects } from './parts/defects.tsx'
import { PlanNames } from './parts/plan-names.tsx'
import { PlanTable } from './parts/plan-table.tsx'
import { Waiting } from './parts/waiting.tsx'
import type { Load, ToDecide } from './schema.ts'

/** Before it is applied a load shows what it would do, and afterwards what it did; it looks the same. */
export function LoadPage({ load, toDecide, state }: { load: Load; toDecide: ToDecide; state?: FormState }) {
  const { text, at } = usePage()
  const plan = load.application?.report.plan ?? load.plan
  return (
    <>
      <PageHead
        title={load.fileName}
        above={<a href={at(urls.roster)}>{text('roster.title')}</a>}
        lead={<Standing load={load} />}
        action={<ReportLink load={load} />}
      />
      <Outcome load={load} />
      {load.application && <Waiting toDecide={toDecide} />}
      <Section title={text(load.application ? 'roster.did' : 'roster.would_do')}>
        <PlanTable plan={plan} withStudents={load.withStudents} />
        <PlanNames plan={plan} />
        {!load.application && <Application load={load} state={state} />}
      </Section>
      <Defects defects={load.preview.defects} more={at(urls.rosterReport, { load: load.id })} />
    </>
  )
}

function Standing({ load }: { load: Load }) {
  const { text, format } = usePage()
  const { application } = load
  const loaded = { when: format.dateTime(load.recordedAt), who: load.loadedBy || text('roster.by_program') }
  if (!application) return <>{text('roster.loaded_by', loaded)}</>
  return (
    <>
      {text('roster.applied_by', {
        when: format.dateTime(application.recordedAt),
        who: application.appliedBy || text('roster.by_program'),
      })}
    </>
  )
}

function ReportLink({ load }: { load: Load }) {
  const { text, at } = usePage()
  return (
    <LinkButton href={at(urls.rosterReport, { load: load.id })} icon="download" download>
      {text('roster.report_csv')}
    </LinkButton>
  )
}

function Outcome({ load }: { load: Load }) {
  const { text } = usePage()
  const left = load.application?.report.left ?? 0
  if (left > 0) return <Banner>{text('roster.left_rows', { n: left })}</Banner>
  if (!load.application && !load.preview.applicable) return <Banner kind="needs">{text('roster.not_applicable')}</Banner>
  return null
}
