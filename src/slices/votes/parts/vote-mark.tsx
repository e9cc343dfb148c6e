import { Tag } from '../../../ui/marks.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { isOpen } from '../rules.ts'
import type { Vote } from '../schema.ts'

/** A vote in one line of a list: sealed with how many have voted, or opened; red where the reader's vote is missing. */
export function VoteMark({ vote }: { vote: Vote }) {
  const { text, at } = usePage()
  const href = at(urls.vote, { vote: vote.id })
  if (!isOpen(vote))
    return (
      <Tag icon="mail-open" href={href}>
        {text(vote.revealedAt ? 'votes.revealed' : 'votes.withdrawn')}
      </Tag>
    )
  const awaitsMe = vote.iAmVoter && !vote.iHaveVoted
  return (
    <Tag icon="mail" kind={awaitsMe ? 'needs' : undefined} href={href}>
      {awaitsMe ? text('votes.awaits_me') : text('votes.so_many_have_voted', { n: vote.ballotCount, of: vote.voterCount })}
    </Tag>
  )
}
