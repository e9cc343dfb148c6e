import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Details } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { whyNotStateConsensus } from '../rules.ts'
import { type Consensus, CONSENSUS_MAX, type Vote } from '../schema.ts'

type ConsensusProps = { vote: Vote; consensus: Consensus | undefined; readerId: string; state?: FormState }

/** What the group agreed after it saw the spread; its facilitator writes it down. */
export function ConsensusPart({ vote, consensus, readerId, state }: ConsensusProps) {
  const { text } = usePage()
  const mayWrite = !whyNotStateConsensus(vote, readerId)
  return (
    <div class="stack" id="consensus">
      <h3>{text('votes.consensus')}</h3>
      {consensus && <Stated consensus={consensus} />}
      {!consensus && !mayWrite && <p class="soft">{text('votes.consensus_to_come', { name: vote.facilitator.name })}</p>}
      {mayWrite && !consensus && <ConsensusForm vote={vote} state={state} />}
      {mayWrite && consensus && (
        <Details summary={text('votes.consensus_change')} open={state !== undefined}>
          <ConsensusForm vote={vote} consensus={consensus} state={state} />
        </Details>
      )}
    </div>
  )
}

function Stated({ consensus }: { consensus: Consensus }) {
  const { text, format } = usePage()
  return (
    <blockquote>
      {consensus.statement.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      <footer class="soft small">
        {text('votes.consensus_by', { name: consensus.statedBy, date: format.date(consensus.recordedAt) })}
      </footer>
    </blockquote>
  )
}

function ConsensusForm({ vote, consensus, state }: { vote: Vote; consensus?: Consensus; state?: FormState }) {
  const { text, at } = usePage()
  return (
    <Form
      action={at(urls.voteConsensus, { vote: vote.id })}
      version={consensus?.version ?? 0}
      state={state}
      id="consensus-form"
      label={text('votes.consensus')}
    >
      <TextArea
        name="statement"
        label={text('votes.consensus_label')}
        hint={text('votes.consensus_hint')}
        value={consensus?.statement}
        maxlength={CONSENSUS_MAX}
      />
      <Button kind="main">{text('votes.consensus_keep')}</Button>
    </Form>
  )
}
