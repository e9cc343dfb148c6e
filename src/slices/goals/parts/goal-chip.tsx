import { Tag } from '../../../ui/marks.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../../votes/rules.ts'
import { shortened } from '../rules.ts'
import type { Goal } from '../schema.ts'

type GoalNamed = Pick<Goal, 'id' | 'statement' | 'unitSlug'>

/** A goal named in a line, with the way to it; long ones are cut where a word ends. */
export function GoalChip({ goal }: { goal: GoalNamed }) {
  const { language, here } = usePage()
  return (
    <Tag icon="target" href={urls.goal({ tenant: here.tenant ?? '', place: goal.unitSlug, goal: goal.id })}>
      {shortened(inLanguage(goal.statement, language), 80)}
    </Tag>
  )
}

/** A goal's whole sentence, with the way to it. */
export function GoalLink({ goal }: { goal: GoalNamed }) {
  const { language, here } = usePage()
  return <a href={urls.goal({ tenant: here.tenant ?? '', place: goal.unitSlug, goal: goal.id })}>{inLanguage(goal.statement, language)}</a>
}
