import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '../../ui/button.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { Details, Section } from '../../ui/page-parts.tsx'
import { Steps } from '../../ui/navigation.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { urls } from '../../urls.ts'
import { VoteBody } from '../votes/parts/vote-body.tsx'
import { VoteMark } from '../votes/parts/vote-mark.tsx'
import { inLanguage } from '../votes/rules.ts'
import type { Outcome, Vote } from '../votes/schema.ts'
import { Agreeing, AgreementText } from './parts/agreeing.tsx'
import { Closing, ClosureText } from './parts/closing.tsx'
import { GoalFacts } from './parts/goal-facts.tsx'
import { VoteOpening, type VoteOpeningProps } from './parts/vote-opening.tsx'
import { stepsOf } from './rules.ts'
import type { Goal } from './schema.ts'

/** Why the reader cannot do a thing here, or undefined if they can. */
export type GoalReasons = { revise?: string; agree?: string; close?: string; hold?: string }

export type GoalPageProps = {
  goal: Goal
  outcome: Outcome | undefined
  earlierVotes: Vote[]
  /** What is watched for it. */
  watched: ComponentChildren
  opening: Pick<VoteOpeningProps, 'criteria' | 'people' | 'whyNotOpen'>
  reasons: GoalReasons
  readerId: string
  mayWrite: boolean
  today: string
  refused?: { opening?: FormState; agreement?: FormState; closure?: FormState }
}

export function GoalPage(props: GoalPageProps) {
  const { goal } = props
  return (
    <>
      <GoalHead {...props} />
      <GoalFacts goal={goal} />
      <WaysOn {...props} />
      {props.watched}
      {goal.closure && <Closed goal={goal} />}
      {goal.agreement && <Agreed {...props} />}
      <Voting {...props} />
      {!goal.closure && <ComingNext {...props} />}
    </>
  )
}

function GoalHead({ goal }: GoalPageProps) {
  const { text, language } = usePage()
  const steps = stepsOf(goal)
  return (
    <header class="stack">
      <h1 class="statement" id="title" tabIndex={-1}>
        {inLanguage(goal.statement, language)}
      </h1>
      {goal.author && <p class="soft small">{text('goals.drafted_by', { name: goal.author })}</p>}
      <Steps steps={steps.map((state) => text(`goals.state_${state}`))} now={steps.indexOf(goal.state) + 1} />
    </header>
  )
}

function WaysOn({ goal, reasons }: GoalPageProps) {
  const { text, at } = usePage()
  return (
    <div class="row">
      <LinkButton icon="route" href={at(urls.strategies, { goal: goal.id })} kind={goal.state === 'agreed' ? 'main' : undefined}>
        {text('goals.strategy')}
      </LinkButton>
      <LinkButton icon="layout-grid" href={at(urls.resourcesCoverage, {}, { goal: goal.id })}>
        {text('goals.coverage')}
      </LinkButton>
      {reasons.revise ? (
        <Button icon="pencil" whyNot={reasons.revise}>
          {text('goals.revise')}
        </Button>
      ) : (
        <LinkButton icon="pencil" href={at(urls.goalEdit, { goal: goal.id })}>
          {text('goals.revise')}
        </LinkButton>
      )}
    </div>
  )
}

function Voting(props: GoalPageProps) {
  const { goal, earlierVotes } = props
  const { text } = usePage()
  const decided = goal.agreement !== undefined || goal.closure !== undefined
  if (decided && !goal.vote) return null
  return (
    <Section title={text('goals.worth_it')} id="vote">
      {decided ? (
        <Details summary={text('goals.how_voted')}>
          <VoteNow {...props} />
        </Details>
      ) : (
        <VoteNow {...props} />
      )}
      {earlierVotes.length > 0 && <EarlierVotes votes={earlierVotes} />}
    </Section>
  )
}

function VoteNow({ goal, outcome, opening, reasons, readerId, refused }: GoalPageProps) {
  const { text } = usePage()
  const again = goal.state === 'voted'
  return (
    <>
      {goal.state === 'voting' && <p>{text('goals.criteria_lead')}</p>}
      {goal.vote && <VoteBody vote={goal.vote} outcome={outcome} reader={{ id: readerId, whyNotHold: reasons.hold }} />}
      {(goal.state === 'draft' || again) && (
        <VoteAgain again={again} open={refused?.opening !== undefined}>
          <VoteOpening goal={goal} {...opening} state={refused?.opening} />
        </VoteAgain>
      )}
    </>
  )
}

/** A first vote is asked for in the open; another one is there for who wants it. */
function VoteAgain({ again, open, children }: { again: boolean; open: boolean; children: ComponentChildren }) {
  const { text } = usePage()
  return again ? (
    <Details summary={text('goals.vote_again')} open={open}>
      {children}
    </Details>
  ) : (
    <>{children}</>
  )
}

function EarlierVotes({ votes }: { votes: Vote[] }) {
  const { text, format } = usePage()
  return (
    <Details summary={text('goals.earlier_votes', { n: votes.length })}>
      <ul class="lines">
        {votes.map((vote) => (
          <li class="row" key={vote.id}>
            {format.date(vote.openedAt)} <VoteMark vote={vote} />
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Agreed({ goal }: GoalPageProps) {
  const { text } = usePage()
  if (!goal.agreement) return null
  return (
    <Section title={text('goals.state_agreed')} id="agreement">
      <AgreementText agreement={goal.agreement} />
    </Section>
  )
}

function Closed({ goal }: { goal: Goal }) {
  const { text } = usePage()
  if (!goal.closure) return null
  return (
    <Section title={text('goals.what_came')} id="closure">
      <ClosureText closure={goal.closure} />
    </Section>
  )
}

/** To those who cannot, the next step alone is named, with the reason. */
function ComingNext({ goal, reasons, mayWrite, today, refused }: GoalPageProps) {
  const { text } = usePage()
  return (
    <Section title={text('goals.coming_next')} id="next">
      {!goal.agreement && <Agreeing goal={goal} today={today} whyNot={reasons.agree} state={refused?.agreement} />}
      {(mayWrite || goal.agreement) && <Closing goal={goal} today={today} whyNot={reasons.close} state={refused?.closure} />}
    </Section>
  )
}
