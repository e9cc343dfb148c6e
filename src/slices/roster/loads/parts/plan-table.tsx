import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { KINDS } from '../../nouns/schema.ts'
import type { Kind } from '../../nouns/schema.ts'
import type { PlanSummary } from '../../plan/schema.ts'

/** What is added, changed and ended of each kind. */
export function PlanTable({ plan, withStudents }: { plan: PlanSummary; withStudents: boolean }) {
  const { text, format } = usePage()
  const rows = KINDS.filter((kind) => kind !== 'student' || withStudents)
  const number = (part: 'added' | 'changed' | 'ended' | 'unchanged') => ({
    label: text(`roster.${part}`),
    cell: (kind: Kind) => format.number(plan[kind][part]),
    numeric: true,
  })
  const columns = [
    { label: text('roster.what'), cell: (kind: Kind) => text(`roster.kind_${kind}`) },
    number('added'),
    number('changed'),
    number('ended'),
    number('unchanged'),
  ]
  return <Table caption={text('roster.plan_caption')} captionUnseen rows={[...rows]} rowKey={(kind) => kind} columns={columns} stack />
}
