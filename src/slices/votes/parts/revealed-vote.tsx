import { Dots } from '../../../ui/charts/dots.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { usePage } from '../../../ui/page-context.tsx'
import { inLanguage, spreadOf, widestQuestion } from '../rules.ts'
import type { KeptArgument, Outcome, Scores, Vote } from '../schema.ts'
import { ConsensusPart } from './consensus.tsx'

type RevealedVoteProps = { vote: Vote; outcome: Outcome; readerId: string; consensus?: FormState }

/** A vote after its reveal: where we differ, every question as dots on a line, what was argued, what was agreed. */
export function RevealedVote({ vote, outcome, readerId, consensus }: RevealedVoteProps) {
  const { text, format } = usePage()
  return (
    <div class="stack stack-loose">
      <p class="soft">
        {text('votes.revealed_on', { n: outcome.scores.length, of: vote.voterCount, date: format.date(vote.revealedAt ?? vote.openedAt) })}
      </p>
      <WhereWeDiffer vote={vote} scores={outcome.scores} />
      <Spreads vote={vote} scores={outcome.scores} />
      <Arguments kept={outcome.kept} />
      <ConsensusPart vote={vote} consensus={outcome.consensus} readerId={readerId} state={consensus} />
    </div>
  )
}

function WhereWeDiffer({ vote, scores }: { vote: Vote; scores: Scores[] }) {
  const { text, language } = usePage()
  const key = widestQuestion(
    scores,
    vote.questions.map((question) => question.key),
  )
  const question = vote.questions.find((one) => one.key === key)
  if (!key || !question) return <p class="lead">{text('votes.close_together')}</p>
  const { low, high } = spreadOf(scores, key)
  return <p class="lead">{text('votes.furthest_apart', { question: inLanguage(question.text, language), low, high })}</p>
}

function Spreads({ vote, scores }: { vote: Vote; scores: Scores[] }) {
  const { text, language, format } = usePage()
  const ends: [string, string] = [inLanguage(vote.scale.low, language), inLanguage(vote.scale.high, language)]
  return (
    <div class="columns">
      {vote.questions.map(({ key, text: question }) => {
        const { median, low, high } = spreadOf(scores, key)
        const words = { question: inLanguage(question, language), median: format.number(median), low, high }
        const sentence = text(low === high ? 'votes.spread_same' : 'votes.spread', words)
        return (
          <Dots
            sentence={sentence}
            values={scores.flatMap((one) => one[key] ?? [])}
            min={1}
            max={5}
            ends={ends}
            valueLabel={text('votes.score')}
            key={key}
          />
        )
      })}
    </div>
  )
}

function Arguments({ kept }: { kept: KeptArgument[] }) {
  const { text } = usePage()
  return (
    <div class="stack">
      <h3>{text('votes.arguments')}</h3>
      {kept.length === 0 && <p class="soft">{text('votes.no_arguments')}</p>}
      {kept.map(({ id, argument, name }) => (
        <blockquote key={id}>
          {argument.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
          <footer class="soft small">{name ?? text('votes.without_name')}</footer>
        </blockquote>
      ))}
    </div>
  )
}
