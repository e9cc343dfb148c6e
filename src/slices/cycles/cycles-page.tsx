import { LinkButton } from '../../ui/button.tsx'
import { EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { Table } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import { EvidenceTabs } from '../measures/parts/evidence-tabs.tsx'
import { StageMark } from './parts/stage-mark.tsx'
import { stageOf } from './rules.ts'
import type { Cycle } from './schema.ts'

export type CyclesPageProps = {
  cycles: Cycle[]
  goals: Record<string, string>
  today: string
  /** Whether the place has a page of variables. */
  variables: boolean
  whyNotWrite: string | undefined
}

/** Every cycle of a place: those that wait for a study or a decision first. */
export function CyclesPage(props: CyclesPageProps) {
  const { cycles, today, variables, whyNotWrite } = props
  const { text, at } = usePage()
  const open = cycles.filter((cycle) => stageOf(cycle, today) !== 'done')
  const done = cycles.filter((cycle) => stageOf(cycle, today) === 'done')
  const plan = !whyNotWrite && (
    <LinkButton kind="main" icon="plus" href={at(urls.cycleNew)}>
      {text('cycles.plan')}
    </LinkButton>
  )
  return (
    <div class="stack stack-loose">
      <PageHead title={text('cycles.title')} lead={text('cycles.lead')} action={cycles.length > 0 && plan} />
      <EvidenceTabs view="cycles" variables={variables} />
      {cycles.length === 0 && (
        <EmptyState question={text('cycles.empty_question')} example={text('cycles.empty_example')}>
          {plan}
        </EmptyState>
      )}
      {open.length > 0 && (
        <Section title={text('cycles.open')}>
          <CycleTable {...props} cycles={open} caption={text('cycles.open')} />
        </Section>
      )}
      {done.length > 0 && (
        <Section title={text('cycles.done')}>
          <CycleTable {...props} cycles={done} caption={text('cycles.done')} />
        </Section>
      )}
    </div>
  )
}

function CycleTable({ cycles, goals, today, caption }: CyclesPageProps & { caption: string }) {
  const { text, at, format } = usePage()
  const when = (cycle: Cycle) => {
    if (cycle.decidedOn) return format.day(cycle.decidedOn)
    return cycle.beginsOn && cycle.endsOn ? format.range(cycle.beginsOn, cycle.endsOn) : '–'
  }
  return (
    <Table
      caption={caption}
      captionUnseen
      stack
      roomy
      rows={cycles}
      rowKey={(cycle) => cycle.id}
      columns={[
        {
          label: text('cycles.question'),
          cell: (cycle) => (
            <a href={at(urls.cycle, { cycle: cycle.id })}>{text('cycles.named', { n: cycle.number, question: cycle.question })}</a>
          ),
        },
        { label: text('cycles.for_what'), cell: (cycle) => cycle.idea ?? goals[cycle.goalId] ?? '' },
        { label: text('cycles.led_by'), cell: (cycle) => cycle.ledByName ?? '–' },
        { label: text('cycles.when'), cell: when },
        { label: text('cycles.stage'), cell: (cycle) => <StageMark stage={stageOf(cycle, today)} decision={cycle.decision} /> },
      ]}
    />
  )
}
