import { usePage } from '../../../../ui/page-context.tsx'
import type { Change, LinkedChange } from '../schema.ts'
import { meanInWords, shareInWords } from '../words/rules.ts'
import { Explained } from './trust.tsx'

/** What changed since the survey before, and only what is more than chance. */
export function ChangeSince({ change }: { change: Change }) {
  const { text, format } = usePage()
  const told = meanInWords(change.before, format.number)
  const values = { day: format.date(change.since), before: text(told.key, told.values) }
  return (
    <div class="stack">
      <p>
        <Explained figure="change">{text(`surveys.report_change_${change.direction ?? 'unsaid'}`, values)}</Explained>
      </p>
      {change.linked && <Linked linked={change.linked} />}
    </div>
  )
}

function Linked({ linked: { n, leastChange, shares } }: { linked: LinkedChange }) {
  const { text, format } = usePage()
  const words = (share: number) => {
    const told = shareInWords(share, shares?.step ?? 1)
    return text(told.key, told.values)
  }
  return (
    <p>
      <Explained figure="mdc">
        {text('surveys.report_linked', { n, least: format.number(leastChange, 1) })}{' '}
        {shares && text('surveys.report_linked_shares', { more: words(shares.more), less: words(shares.less) })}
      </Explained>
    </p>
  )
}
