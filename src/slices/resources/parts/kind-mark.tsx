import type { IconName } from '../../../ui/icon.tsx'
import { type Hue, HueMark } from '../../../ui/marks.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import type { Kind } from '../kinds/schema.ts'

/** Each kind has a hue, an icon and a word, always together. */
export const KIND_LOOKS: Record<Kind, { hue: Hue; icon: IconName }> = {
  knowledge: { hue: 1, icon: 'lightbulb' },
  tools: { hue: 2, icon: 'wrench' },
  structures: { hue: 3, icon: 'calendar-clock' },
  relationships: { hue: 4, icon: 'handshake' },
}

export function KindMark({ kind, size }: { kind: Kind; size?: 16 | 20 | 24 }) {
  const { text } = usePage()
  return (
    <HueMark {...KIND_LOOKS[kind]} size={size}>
      {text(`resources.kind_${kind}`)}
    </HueMark>
  )
}
