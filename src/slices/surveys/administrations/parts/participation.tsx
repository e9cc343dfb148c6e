import { Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { PartShown } from '../../participation/schema.ts'
import { FEWEST_INVITED } from '../../participation/rules.ts'
import type { Survey } from '../schema.ts'

type ParticipationProps = { survey: Survey; leads: boolean; parts: PartShown[] }

/** How many have answered, as far as that can be said without saying who. */
export function Participation({ survey, leads, parts }: ParticipationProps) {
  const { text } = usePage()
  return (
    <Section title={text('surveys.participation')}>
      <p>{leads ? <Here survey={survey} /> : text('surveys.figures_for_leaders')}</p>
      {leads && parts.length > 1 && <BySchool parts={parts} isCounted={survey.countedOn !== null} />}
    </Section>
  )
}

function Here({ survey }: { survey: Survey }) {
  const { text, format } = usePage()
  const { invited, answered, countedOn } = survey
  if (invited < FEWEST_INVITED) return <>{text('surveys.participation_few')}</>
  if (countedOn === null) return <>{text('surveys.participation_tomorrow', { invited })}</>
  if (answered === null) return <>{text('surveys.participation_hidden', { invited })}</>
  return <>{text('surveys.participation_about', { answered, invited, day: format.date(countedOn) })}</>
}

/** How many are asked at each school, and once that was counted, how many have answered. */
function BySchool({ parts, isCounted }: { parts: PartShown[]; isCounted: boolean }) {
  const { text, format } = usePage()
  const asked: Column<PartShown>[] = [
    { label: text('surveys.place'), cell: (one) => one.name },
    { label: text('surveys.asked'), numeric: true, cell: (one) => format.number(one.invited) },
  ]
  const answered: Column<PartShown> = {
    label: text('surveys.answered_about'),
    numeric: true,
    cell: (one) => (one.answered === null ? text('surveys.not_said') : format.number(one.answered)),
  }
  return (
    <>
      <Table
        caption={text(isCounted ? 'surveys.participation_by_school' : 'surveys.asked_by_school')}
        rows={parts}
        rowKey={(one) => one.unitId}
        columns={isCounted ? [...asked, answered] : asked}
      />
      <p class="soft">{text('surveys.participation_note')}</p>
    </>
  )
}
