import { StackBar } from '../../../../ui/charts/stack-bar.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import type { Kind } from '../../kinds/schema.ts'
import { KIND_LOOKS } from '../../parts/kind-mark.tsx'

/** How a goal leans on the four kinds, in one strip with one sentence. */
export function Leaning({ goal, counts }: { goal: string; counts: { kind: Kind; count: number }[] }) {
  const { text, format } = usePage()
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const empty = counts.filter(({ count }) => count === 0).map(({ kind }) => text(`resources.kind_${kind}`))
  const sentence =
    total === 0
      ? text('resources.leaning_none', { goal })
      : empty.length > 0
        ? text('resources.leaning_without', { goal, n: total, kinds: format.list(empty) })
        : text('resources.leaning_all', { goal, n: total })
  if (total === 0) return <p class="soft">{sentence}</p>
  return (
    <StackBar
      sentence={sentence}
      parts={counts.map(({ kind, count }) => ({ label: text(`resources.kind_${kind}`), value: count, hue: KIND_LOOKS[kind].hue }))}
    />
  )
}
