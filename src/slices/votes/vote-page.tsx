import { Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { VoteBody, type VoteBodyProps } from './parts/vote-body.tsx'
import { inLanguage } from './rules.ts'

/** A vote on its own: what is voted on in large type, and under it the envelope or what was in it. */
export function VotePage(props: VoteBodyProps) {
  const { text, language } = usePage()
  const { vote } = props
  const title = vote.revealedAt ? 'votes.revealed' : vote.withdrawnAt ? 'votes.withdrawn' : 'votes.vote'
  return (
    <>
      <header class="page-head">
        <h1 class="statement" id="title" tabIndex={-1}>
          {inLanguage(vote.subject, language)}
        </h1>
      </header>
      <Section title={text(title)}>
        <VoteBody {...props} />
      </Section>
    </>
  )
}
