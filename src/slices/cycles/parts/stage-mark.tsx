import { Tag } from '../../../ui/marks.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import type { Cycle, Stage } from '../schema.ts'

/** Where a cycle is, in a word; what waits stands out. */
export function StageMark({ stage, decision }: { stage: Stage; decision: Cycle['decision'] }) {
  const { text } = usePage()
  if (stage === 'done') return <Tag>{text(`cycles.decision_${decision ?? 'adopt'}`)}</Tag>
  return <Tag kind={stage === 'study' || stage === 'act' ? 'needs' : 'soft'}>{text(`cycles.stage_${stage}`)}</Tag>
}
