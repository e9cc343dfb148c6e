import { Details, Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { inLanguage } from '../../rules.ts'
import type { SaidScale } from '../schema.ts'
import { distributionInWords, rangeInWords } from '../words/rules.ts'
import { ChangeSince } from './change-since.tsx'
import { GroupsApart } from './groups-apart.tsx'
import { MeanLine } from './mean-line.tsx'
import { PlacesBelow } from './places-below.tsx'
import { Choices, Questions } from './questions.tsx'
import { SharesBar } from './shares-bar.tsx'
import { Trust } from './trust.tsx'

/** A part of the questionnaire: how the answers lie, then their mean, then what changed; the rest opens in its place. */
export function ScaleSection({ said, fewest }: { said: SaidScale; fewest: number }) {
  const { text, language } = usePage()
  const { scale } = said
  return (
    <Section title={inLanguage(scale.name, language)} id={scale.key}>
      <p class="soft">{inLanguage(scale.purpose, language)}</p>
      {said.suppressed ? <p>{text('surveys.report_suppressed', { fewest })}</p> : <Said said={said} />}
    </Section>
  )
}

function Said({ said }: { said: SaidScale }) {
  const { text } = usePage()
  if (said.scale.kind === 'choice') return <Choices said={said} />
  return (
    <div class="stack stack-loose">
      {said.n === null && <p class="soft">{text('surveys.some_asked')}</p>}
      <Distribution said={said} />
      {said.n === null ? null : said.mean ? <MeanLine said={said} mean={said.mean} /> : <p>{text('surveys.report_mean_unsaid')}</p>}
      {said.change && <ChangeSince change={said.change} />}
      {said.places.length > 0 && <PlacesBelow said={said} />}
      <div>
        <Details summary={text('surveys.report_questions')}>
          <Questions said={said} />
        </Details>
        <Details summary={text('surveys.report_trust')}>
          <Trust said={said} />
        </Details>
        {said.groups && (
          <Details summary={text('surveys.report_groups')}>
            <GroupsApart said={said} groups={said.groups} />
          </Details>
        )}
      </div>
    </div>
  )
}

function Distribution({ said: { scale, distribution } }: { said: SaidScale }) {
  const { text, language } = usePage()
  if (!distribution) return <p>{text('surveys.report_distribution_few')}</p>
  const { key, shares } = distributionInWords(distribution)
  const values = Object.fromEntries(
    Object.entries(shares).map(([name, share]) => {
      const told = rangeInWords(share)
      return [name, text(told.key, told.values)]
    }),
  )
  return <SharesBar name={inLanguage(scale.name, language)} sentence={text(key, values)} spread={distribution} />
}
