import { LinkButton } from '../../../../ui/button.tsx'
import { Section } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import type { Mode } from '../../schema.ts'
import type { Reading } from '../schema.ts'

type ReadingsProps = { survey: { id: string; mode: Mode }; readings: Reading[]; whyNot: string | undefined }

/** Who has read single answers, for everybody whose answers they are; and the way to them for whoever may. */
export function Readings({ survey, readings, whyNot }: ReadingsProps) {
  const { text, at, format } = usePage()
  return (
    <Section title={text('surveys.readings')}>
      <p>{text('surveys.readings_lead')}</p>
      {readings.length === 0 ? (
        <p>{text('surveys.readings_none')}</p>
      ) : (
        <ul class="lines">
          {readings.map(({ id, verb, name, recordedAt }) => (
            <li key={id}>{text(`surveys.reading_${wordOf(verb)}`, { name: name ?? '', when: format.dateTime(recordedAt) })}</li>
          ))}
        </ul>
      )}
      <LinkButton href={at(urls.surveyAnswers, { survey: survey.id })} whyNot={whyNot}>
        {text('surveys.rows_open')}
      </LinkButton>
    </Section>
  )
}

function wordOf(verb: Reading['verb']): 'read' | 'downloaded' {
  return verb === 'survey_answers_read' ? 'read' : 'downloaded'
}
