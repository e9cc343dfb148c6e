import { ActionForm, Button } from '../../../ui/button.tsx'
import { Envelope } from '../../../ui/envelope.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Details } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { FEWEST_BALLOTS, inLanguage, whyNotCast, whyNotReveal, whyNotWithdraw } from '../rules.ts'
import type { Vote } from '../schema.ts'
import { Ballot } from './ballot-form.tsx'

export type VoteReader = {
  id: string
  /** Why the reader cannot hold votes here, or undefined if they can. */
  whyNotHold: string | undefined
}

type SealedVoteProps = { vote: Vote; reader: VoteReader; ballot?: FormState }

/** A vote before its reveal: the envelope, the reader's own ballot, and what its facilitator can do. */
export function SealedVote({ vote, reader, ballot }: SealedVoteProps) {
  const whyNot = whyNotCast(vote, reader.id)
  return (
    <div class="stack stack-loose">
      <SealedEnvelope vote={vote} whyNot={whyNot} />
      {whyNot ? <Questions vote={vote} /> : <Ballot vote={vote} state={ballot} />}
      {(vote.facilitator.id === reader.id || !reader.whyNotHold) && <Facilitating vote={vote} reader={reader} />}
      <HowItIsKept />
    </div>
  )
}

function SealedEnvelope({ vote, whyNot }: { vote: Vote; whyNot: string | undefined }) {
  const { text } = usePage()
  return (
    <Envelope title={text('votes.so_many_have_voted', { n: vote.ballotCount, of: vote.voterCount })}>
      <p>{text('votes.sealed_promise')}</p>
      {whyNot !== 'votes.facilitator_does_not_vote' && <p class="soft">{text('votes.held_by', { name: vote.facilitator.name })}</p>}
      {whyNot && <p class="soft">{text(whyNot)}</p>}
      {vote.iHaveVoted && <p>{text('votes.mine_is_in')}</p>}
    </Envelope>
  )
}

function Facilitating({ vote, reader }: { vote: Vote; reader: VoteReader }) {
  const { text, at } = usePage()
  const missing = vote.voterCount - vote.ballotCount
  const whyNot = whyNotReveal(vote, reader.id)
  return (
    <div class="stack">
      {whyNot ? (
        <Button kind="main" icon="lock-open" whyNot={text(whyNot, { fewest: FEWEST_BALLOTS })}>
          {text('votes.reveal')}
        </Button>
      ) : (
        <ActionForm
          action={at(urls.voteReveal, { vote: vote.id })}
          label={text('votes.reveal_so_many', { n: vote.ballotCount })}
          kind="main"
          icon="lock-open"
        />
      )}
      {missing > 0 && !whyNot && <p class="soft">{text('votes.still_missing', { n: missing })}</p>}
      <Withdrawing vote={vote} whyNot={reader.whyNotHold ?? whyNotWithdraw(vote)} />
    </div>
  )
}

function Withdrawing({ vote, whyNot }: { vote: Vote; whyNot: string | undefined }) {
  const { text, at } = usePage()
  return (
    <Details summary={text('votes.end_unread')}>
      <p>{text('votes.end_unread_hint')}</p>
      <ActionForm action={at(urls.voteWithdrawal, { vote: vote.id })} label={text('votes.end_unread_now')} icon="x" whyNot={whyNot} />
    </Details>
  )
}

/** To those who do not vote: what the others are asked. */
function Questions({ vote }: { vote: Vote }) {
  const { text, language } = usePage()
  return (
    <Details summary={text('votes.questions')}>
      <ol>
        {vote.questions.map((question) => (
          <li key={question.key}>{inLanguage(question.text, language)}</li>
        ))}
      </ol>
    </Details>
  )
}

function HowItIsKept() {
  const { text } = usePage()
  return (
    <Details summary={text('votes.how_kept')}>
      <ul>
        <li>{text('votes.how_sealed')}</li>
        <li>{text('votes.how_counted', { fewest: FEWEST_BALLOTS })}</li>
        <li>{text('votes.how_revealed')}</li>
        <li>{text('votes.how_limit')}</li>
      </ul>
    </Details>
  )
}
