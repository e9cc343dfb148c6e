import { TextArea, TextField } from '../../../../ui/fields.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { SURVEY_LANGUAGES, type Texts } from '../../schema.ts'
import { MOST_PURPOSE } from '../schema.ts'

type Language = (typeof SURVEY_LANGUAGES)[number]

type HeadFieldsProps = {
  /** The languages that have fields; with one alone, its name goes without saying. */
  offered?: readonly Language[]
  /** The languages that the questionnaire is in; what is written in others is kept for later. */
  languages?: readonly Language[]
  /** What it means to leave out a language that the questionnaire need not be in. */
  otherHint?: string
  title?: Texts
  purpose?: Texts
}

/** What a questionnaire is called and what it is for, in each language. */
export function HeadFields({ offered = SURVEY_LANGUAGES, languages = offered, otherHint, title, purpose }: HeadFieldsProps) {
  const { text } = usePage()
  const isOnly = offered.length === 1
  return (
    <>
      {offered.map((language) => (
        <TextField
          name={`title_${language}`}
          label={text(isOnly ? 'surveys.bring_name' : `surveys.title_${language}`)}
          hint={languages.includes(language) ? undefined : otherHint}
          value={title?.[language]}
          maxlength={120}
          optional={!languages.includes(language)}
          key={language}
        />
      ))}
      {offered.map((language, at) => (
        <TextArea
          name={`purpose_${language}`}
          label={text(isOnly ? 'surveys.purpose' : `surveys.purpose_${language}`)}
          hint={at === 0 ? text('surveys.purpose_hint') : undefined}
          value={purpose?.[language]}
          maxlength={MOST_PURPOSE}
          optional={!languages.includes(language)}
          key={language}
        />
      ))}
    </>
  )
}
