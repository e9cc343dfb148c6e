import { usePage } from '../../../../ui/page-context.tsx'
import { Table } from '../../../../ui/table.tsx'
import { inLanguage } from '../../rules.ts'
import type { ItemGap, SaidGroups, SaidScale } from '../schema.ts'
import { Explained } from './trust.tsx'

/** Groups that were counted apart: their means, and questions that may not mean the same to both. */
export function GroupsApart({ said, groups }: { said: SaidScale; groups: SaidGroups }) {
  const { text, format, language } = usePage()
  const name = inLanguage(said.scale.name, language)
  const columns = [
    { label: text('surveys.report_group'), cell: ({ group }: SaidGroups['groups'][number]) => text(`surveys.report_group_${group}`) },
    { label: text('surveys.report_n'), numeric: true, cell: ({ n }: SaidGroups['groups'][number]) => format.number(n) },
    { label: text('surveys.report_mean'), numeric: true, cell: ({ mean }: SaidGroups['groups'][number]) => format.number(mean, 1) },
  ]
  return (
    <div class="stack">
      <p>
        <Explained figure="groups">{text('surveys.report_groups_lead')}</Explained>
      </p>
      {groups.groups.length > 0 && (
        <Table caption={`${name}: ${text('surveys.report_groups')}`} captionUnseen columns={columns} rows={groups.groups} />
      )}
      {groups.gaps.map((gap) => (
        <Gaps said={said} gap={gap} key={`${gap.reference}-${gap.focal}`} />
      ))}
    </div>
  )
}

function Gaps({ said, gap }: { said: SaidScale; gap: SaidGroups['gaps'][number] }) {
  const { text, language } = usePage()
  const between = { one: text(`surveys.report_group_${gap.reference}`), other: text(`surveys.report_group_${gap.focal}`) }
  const questionOf = ({ key }: ItemGap) => inLanguage(said.scale.items.find((one) => one.key === key)?.text ?? {}, language) || key
  const columns = [
    { label: text('surveys.report_question'), cell: questionOf },
    { label: text('surveys.report_gap'), cell: (item: ItemGap) => <GapWords item={item} /> },
  ]
  return (
    <Table
      caption={`${inLanguage(said.scale.name, language)}: ${text('surveys.report_gaps', between)}`}
      columns={columns}
      rows={gap.items}
      stack
    />
  )
}

function GapWords({ item: { size, easierFor } }: { item: ItemGap }) {
  const { text } = usePage()
  if (!size) return <>{text('surveys.report_not_said')}</>
  if (!easierFor || size === 'A') return <>{text('surveys.report_gap_a')}</>
  return <>{text(size === 'B' ? 'surveys.report_gap_b' : 'surveys.report_gap_c', { group: text(`surveys.report_group_${easierFor}`) })}</>
}
