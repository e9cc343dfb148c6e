import { z } from 'zod'
import { line, optionalLine, optionalParagraph, paragraph, several } from '../../../web/fields.ts'
import type { Scale, SURVEY_LANGUAGES, Texts } from '../schema.ts'

/** The longest that is said of what a questionnaire is for. */
export const MOST_PURPOSE = 1000

export const instrumentForm = z.object({
  title_en: line(120),
  title_es: optionalLine(120),
  purpose_en: paragraph(MOST_PURPOSE),
  purpose_es: optionalParagraph(MOST_PURPOSE),
  scales: several(z.string().max(60)),
  own_en: optionalParagraph(4000),
  own_es: optionalParagraph(4000),
})

export type InstrumentForm = z.output<typeof instrumentForm>

/** A questionnaire; what was asked once stays as it was, so a changed one is another. */
export type Instrument = {
  id: string
  unitId: string
  title: Texts
  languages: (typeof SURVEY_LANGUAGES)[number][]
  scales: Scale[]
  minutes: number
  /** What it is for; what it must not be used for follows from that. */
  purpose: Texts
  provenance: 'bank' | 'bank_and_own' | 'own'
  /** The questionnaire of which it is the next version. */
  revisesId: string | null
  recordedAt: Date
}

/** What a questionnaire is made of, before it has a place and a day. */
export type InstrumentContent = Pick<Instrument, 'title' | 'languages' | 'scales' | 'purpose' | 'provenance'> & {
  revisesId?: string | null
}
