import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choices.tsx'
import { TextArea } from '../../../ui/fields.tsx'
import { Fieldset, Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Details } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../rules.ts'
import { ARGUMENT_MAX, LEAVES, type Questions, type Scale, scoreField, SCORES, type Vote } from '../schema.ts'

type BallotProps = { vote: Vote; state?: FormState }

/** The reader's own vote. What is sealed cannot be shown again, so changing it means filling it in anew. */
export function Ballot({ vote, state }: BallotProps) {
  const { text } = usePage()
  if (!vote.iHaveVoted) return <BallotForm vote={vote} state={state} />
  return (
    <Details summary={text('votes.change_my_vote')} open={state !== undefined}>
      <p>{text('votes.change_hint')}</p>
      <BallotForm vote={vote} state={state} />
    </Details>
  )
}

function BallotForm({ vote, state }: BallotProps) {
  const { text, at, language } = usePage()
  return (
    <Form action={at(urls.voteBallot, { vote: vote.id })} state={state} id="ballot" label={text('votes.my_vote')}>
      <Fieldset
        legend={text('votes.my_vote')}
        hint={text('votes.my_vote_hint', { low: inLanguage(vote.scale.low, language), high: inLanguage(vote.scale.high, language) })}
        title
      >
        <ScoreFields questions={vote.questions} scale={vote.scale} />
      </Fieldset>
      <TextArea name="argument" label={text('votes.my_argument')} hint={text('votes.my_argument_hint')} rows={5} maxlength={ARGUMENT_MAX} />
      <Choice
        name="leave"
        label={text('votes.leave')}
        hint={text('votes.leave_hint')}
        options={LEAVES.map((leave) => ({ value: leave, label: text(`votes.leave_${leave}`) }))}
      />
      <Button kind="main" icon="lock">
        {text(vote.iHaveVoted ? 'votes.seal_again' : 'votes.seal_my_vote')}
      </Button>
    </Form>
  )
}

function ScoreFields({ questions, scale }: { questions: Questions; scale: Scale }) {
  const { language } = usePage()
  const ends: Record<number, string> = { 1: inLanguage(scale.low, language), 5: inLanguage(scale.high, language) }
  const options = SCORES.map((score) => ({ value: String(score), label: <ScoreLabel score={score} end={ends[score]} /> }))
  return (
    <>
      {questions.map((question) => (
        <Choice name={scoreField(question.key)} label={inLanguage(question.text, language)} options={options} line key={question.key} />
      ))}
    </>
  )
}

/** The words of the ends are said once for all to the eye, and with each number to those who listen. */
function ScoreLabel({ score, end }: { score: number; end: string | undefined }) {
  return (
    <>
      {score}
      {end && <span class="unseen">: {end}</span>}
    </>
  )
}
