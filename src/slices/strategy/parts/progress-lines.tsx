import { usePage } from '../../../ui/page-context.tsx'
import type { Progress } from '../progress/rules.ts'

/** Where a strategy stands, and what that is told from. */
export function ProgressLines({ progress, drivers }: { progress: Progress; drivers: number }) {
  const { text, format } = usePage()
  const { commitments, measures, lastReview } = progress
  const all = commitments.kept + commitments.open
  return (
    <ul class="lines">
      <li>
        {text('strategy.progress_commitments', { kept: commitments.kept, all })}{' '}
        {commitments.late > 0 && <span class="needs">{text('strategy.progress_late', { n: commitments.late })}</span>}{' '}
        {commitments.released > 0 && <span class="soft">{text('strategy.progress_released', { n: commitments.released })}</span>}
      </li>
      <li>
        {text('strategy.progress_measures', { all: measures.all, drivers, improved: measures.improved })}{' '}
        {measures.worsened > 0 && <span class="needs">{text('strategy.progress_worsened', { n: measures.worsened })}</span>}{' '}
        {measures.few > 0 && <span class="soft">{text('strategy.progress_few', { n: measures.few })}</span>}
      </li>
      <li>
        {lastReview
          ? text('strategy.progress_review', {
              day: format.date(lastReview.heldOn),
              outcome: text(`strategy.outcome_${lastReview.outcome}`),
            })
          : text('strategy.progress_no_review')}
      </li>
    </ul>
  )
}
