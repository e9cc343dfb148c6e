import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../../votes/rules.ts'
import type { Goal } from '../schema.ts'

type GoalNamed = Pick<Goal, 'id' | 'statement' | 'unitSlug'>

/** A goal's whole sentence, with the way to it. */
export function GoalLink({ goal }: { goal: GoalNamed }) {
  const { language, here } = usePage()
  return <a href={urls.goal({ tenant: here.tenant ?? '', place: goal.unitSlug, goal: goal.id })}>{inLanguage(goal.statement, language)}</a>
}
