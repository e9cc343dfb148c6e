import { usePage } from '../../../../ui/page-context.tsx'
import { inLanguage, optionsOf } from '../../rules.ts'
import type { Condition, Scale } from '../../schema.ts'
import { conditionFault } from '../conditions/rules.ts'

type AskedOfProps = {
  when: Condition | undefined
  /** The part that it stands at. */
  part: Pick<Scale, 'key'>
  scales: readonly Scale[]
}

/** Of whom a part or a question is asked, where it is not asked of everybody; and what has come between, while it is being built. */
export function AskedOf({ when, part, scales }: AskedOfProps) {
  const { text } = usePage()
  const sentence = useAskedOf(when, scales)
  const fault = conditionFault(when, part, scales)
  if (!sentence) return null
  return (
    <p class="small">
      {fault && fault !== 'later' ? <span class="needs">{sentence}</span> : sentence}{' '}
      {fault === 'later' && <span class="needs">{text('surveys.only_if_later')}</span>}
    </p>
  )
}

/** The same as a sentence; a condition whose question or answers are gone says so. */
export function useAskedOf(when: Condition | undefined, scales: readonly Scale[]): string {
  const { text, language } = usePage()
  if (!when) return ''
  const scale = scales.find(({ items }) => items.some((item) => item.key === when.item))
  const item = scale?.items.find(({ key }) => key === when.item)
  if (!scale || !item) return text('surveys.only_if_gone')
  const question = inLanguage(item.text, language)
  const given = optionsOf(scale, language).filter((option) => when.values.includes(option.value))
  if (given.length < when.values.length) return text('surveys.only_if_answer', { question })
  const answers = new Intl.ListFormat(language, { type: 'disjunction' }).format(given.map((option) => option.label))
  return text('surveys.only_if', { answers, question })
}
