import { usePage } from '../../../../ui/page-context.tsx'
import { Details } from '../../../../ui/page-parts.tsx'
import type { PlanSummary } from '../../plan/schema.ts'

const NAMED = ['unit', 'person', 'class'] as const
const PARTS = ['added', 'changed', 'ended', 'spared'] as const

type Part = (typeof PARTS)[number]

/** Who and what the numbers are, for who wants to see it before applying. */
export function PlanNames({ plan }: { plan: PlanSummary }) {
  const { text } = usePage()
  return (
    <>
      {NAMED.flatMap((kind) =>
        PARTS.map((part) => {
          const names = plan[kind].names[part]
          const summary = text(`roster.names_${part}`, { what: text(`roster.kind_${kind}`), n: countOf(plan, kind, part) })
          return names.length > 0 && <Names summary={summary} names={names} total={countOf(plan, kind, part)} key={`${kind} ${part}`} />
        }),
      )}
    </>
  )
}

function Names({ summary, names, total }: { summary: string; names: string[]; total: number }) {
  const { text } = usePage()
  return (
    <Details summary={summary}>
      <ul class="columns">
        {names.map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
      {total > names.length && <p class="soft">{text('roster.and_more', { n: total - names.length })}</p>}
    </Details>
  )
}

function countOf(plan: PlanSummary, kind: (typeof NAMED)[number], part: Part) {
  return part === 'spared' ? plan[kind].names.spared.length : plan[kind][part]
}
