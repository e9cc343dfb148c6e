import type { IconName } from '../../../ui/icon-names.ts'
import { Tag } from '../../../ui/marks.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import type { GoalState } from '../schema.ts'

const ICONS: Record<GoalState, IconName> = { draft: 'pencil', voting: 'mail', voted: 'mail-open', agreed: 'handshake', closed: 'archive' }

/** Where a goal stands, in a word. */
export function GoalStateTag({ state }: { state: GoalState }) {
  const { text } = usePage()
  return (
    <Tag icon={ICONS[state]} kind={state === 'closed' ? 'soft' : undefined}>
      {text(`goals.state_${state}`)}
    </Tag>
  )
}
