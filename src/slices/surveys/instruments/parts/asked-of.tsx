import { usePage } from '../../../../ui/page-context.tsx'
import { inLanguage, optionsOf } from '../../rules.ts'
import type { Condition, Scale } from '../../schema.ts'

/** Of whom a part or a question is asked, where it is not asked of everybody. */
export function AskedOf({ when, scales }: { when: Condition | undefined; scales: readonly Scale[] }) {
  const { text, format, language } = usePage()
  const scale = when && scales.find(({ items }) => items.some((item) => item.key === when.item))
  const item = scale?.items.find(({ key }) => key === when?.item)
  if (!when || !scale || !item) return null
  const given = optionsOf(scale, language).filter((option) => when.values.includes(option.value))
  const answers = format.list(given.map((option) => option.label))
  return <p class="small">{text('surveys.only_if', { answers, question: inLanguage(item.text, language) })}</p>
}
