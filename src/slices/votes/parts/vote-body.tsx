import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import type { Outcome, Vote } from '../schema.ts'
import { RevealedVote } from './revealed-vote.tsx'
import { SealedVote, type VoteReader } from './sealed-vote.tsx'

export type VoteBodyProps = {
  vote: Vote
  outcome: Outcome | undefined
  reader: VoteReader
  ballot?: FormState
  consensus?: FormState
}

/** A vote as it stands now, for its own page and for the page of what is voted on. */
export function VoteBody({ vote, outcome, reader, ballot, consensus }: VoteBodyProps) {
  const { text, format } = usePage()
  if (vote.withdrawnAt) return <p>{text('votes.withdrawn_on', { date: format.date(vote.withdrawnAt) })}</p>
  if (outcome) return <RevealedVote vote={vote} outcome={outcome} readerId={reader.id} consensus={consensus} />
  return <SealedVote vote={vote} reader={reader} ballot={ballot} />
}
