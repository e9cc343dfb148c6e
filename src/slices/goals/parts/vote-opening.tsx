import { Button } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Details } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { inLanguage } from '../../votes/rules.ts'
import type { Questions, Voter } from '../../votes/schema.ts'
import type { Goal } from '../schema.ts'

type PossibleVoter = Voter & { onTeam: boolean }

export type VoteOpeningProps = {
  goal: Goal
  criteria: Questions
  people: PossibleVoter[]
  whyNotOpen: string | undefined
  state?: FormState
}

/** What makes a goal worthy, as plain questions, and the asking of the team. */
export function VoteOpening(props: VoteOpeningProps) {
  const { text, at } = usePage()
  return (
    <div class="stack">
      <p>{text('goals.criteria_lead')}</p>
      <CriteriaList criteria={props.criteria} />
      <p class="small">
        <a href={at(urls.goalCriteria)}>{text('goals.criteria_edit')}</a>
      </p>
      <AskTheTeam {...props} />
    </div>
  )
}

export function CriteriaList({ criteria }: { criteria: Questions }) {
  const { language } = usePage()
  return (
    <ol>
      {criteria.map((criterion) => (
        <li key={criterion.key}>{inLanguage(criterion.text, language)}</li>
      ))}
    </ol>
  )
}

function AskTheTeam({ goal, people, whyNotOpen, state }: VoteOpeningProps) {
  const { text, at } = usePage()
  const team = people.filter((person) => person.onTeam)
  const others = people.filter((person) => !person.onTeam)
  if (whyNotOpen)
    return (
      <Button kind="main" icon="mail" whyNot={whyNotOpen}>
        {text('goals.open_vote')}
      </Button>
    )
  return (
    <Form action={at(urls.goalVotes, { goal: goal.id })} state={state} id="opening" label={text('goals.open_vote')}>
      <Choices
        name="voters"
        label={text('goals.who_votes')}
        hint={text('goals.who_votes_hint')}
        options={optionsOf(team)}
        values={team.map((person) => person.id)}
        line
      />
      {others.length > 0 && (
        <Details summary={text('goals.others_vote')} open={team.length < 3 || Boolean(state?.values['others'])}>
          <Choices name="others" label={text('goals.others_vote')} labelUnseen options={optionsOf(others)} line />
        </Details>
      )}
      <Button kind="main" icon="mail">
        {text('goals.open_vote')}
      </Button>
    </Form>
  )
}

function optionsOf(people: PossibleVoter[]) {
  return people.map((person) => ({ value: person.id, label: person.name }))
}
