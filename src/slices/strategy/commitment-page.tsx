import type { FormState } from '../../ui/form-context.ts'
import { PageHead } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import type { Commitment } from './commitments/schema.ts'
import { type CommitmentReader, Settling } from './parts/commitment-list.tsx'

type CommitmentPageProps = { commitment: Commitment; reader: CommitmentReader; forms: { keeping?: FormState; release?: FormState } }

/** One commitment by itself, with what its owner can say about it. */
export function CommitmentPage({ commitment, reader, forms }: CommitmentPageProps) {
  const { text, at, format } = usePage()
  const idea = at(urls.changeIdea, { strategy: commitment.strategyId, idea: commitment.ideaId })
  return (
    <div class="stack stack-loose">
      <PageHead
        title={commitment.what}
        above={<a href={idea}>{commitment.idea}</a>}
        lead={`${commitment.personName}, ${text('strategy.by_day', { day: format.day(commitment.dueOn) })}`}
      />
      <Settling commitment={commitment} reader={reader} forms={forms} />
    </div>
  )
}
