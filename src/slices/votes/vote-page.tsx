import { usePage } from '../../ui/page-context.tsx'
import { VoteBody, type VoteBodyProps } from './parts/vote-body.tsx'
import { inLanguage } from './rules.ts'

/** A vote on its own: what is voted on in large type, and under it the envelope or what was in it. */
export function VotePage(props: VoteBodyProps) {
  const { language } = usePage()
  return (
    <>
      <header class="page-head">
        <h1 class="statement" id="title" tabIndex={-1}>
          {inLanguage(props.vote.subject, language)}
        </h1>
      </header>
      <VoteBody {...props} />
    </>
  )
}
