import { usePage } from '../../../../ui/page-context.tsx'
import { inLanguage, optionsOf } from '../../rules.ts'
import type { Condition, Scale } from '../../schema.ts'

type AskedOfProps = { when: Condition | undefined; scales: readonly Scale[] }

/** Of whom a part or a question is asked, where it is not asked of everybody. */
export function AskedOf({ when, scales }: AskedOfProps) {
  const sentence = useAskedOf(when, scales)
  return sentence ? <p class="small">{sentence}</p> : null
}

/** The same as a sentence; a condition whose question is gone says so. */
export function useAskedOf(when: Condition | undefined, scales: readonly Scale[]): string {
  const { text, format, language } = usePage()
  if (!when) return ''
  const scale = scales.find(({ items }) => items.some((item) => item.key === when.item))
  const item = scale?.items.find(({ key }) => key === when.item)
  if (!scale || !item) return text('surveys.only_if_gone')
  const given = optionsOf(scale, language).filter((option) => when.values.includes(option.value))
  const answers = format.list(given.map((option) => option.label))
  return text('surveys.only_if', { answers, question: inLanguage(item.text, language) })
}
