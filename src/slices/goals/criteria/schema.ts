import { z } from 'zod'
import { LANGUAGES } from '../../../messages/text.ts'
import { optionalLine, wholeNumber } from '../../../web/fields.ts'
import { QUESTION_KEY, type Questions, type Scale } from '../../votes/schema.ts'

/** More than a dozen questions is a form, not a conversation. */
export const MOST_CRITERIA = 12

export type Criteria = { questions: Questions; version: number; own: boolean }

/** What makes a goal worth a school's year, as questions that a team can argue about; each place may have its own. */
export const SHIPPED_CRITERIA: Questions = [
  {
    key: 'whole_school',
    text: {
      en: 'Does it concern the whole school, so that everyone here has a part in it?',
      es: '¿Concierne a toda la escuela, de modo que cada quien tenga una parte en ella?',
    },
  },
  {
    key: 'instruction',
    text: {
      en: 'Is it about teaching: what students and teachers do together with the subject?',
      es: '¿Trata de la enseñanza: de lo que estudiantes y docentes hacen juntos con la materia?',
    },
  },
  {
    key: 'adults_learn',
    text: {
      en: 'Will we, the adults, have to learn something new to get there?',
      es: '¿Tendremos que aprender algo nuevo nosotros, los adultos, para lograrla?',
    },
  },
  {
    key: 'evidence',
    text: {
      en: 'Do we see in our own students’ work that this is what they need?',
      es: '¿Vemos en el trabajo de nuestros propios estudiantes que es esto lo que necesitan?',
    },
  },
  {
    key: 'within_reach',
    text: {
      en: 'Can we begin with the knowledge, tools, time and trust that we have or can build?',
      es: '¿Podemos empezar con los conocimientos, las herramientas, el tiempo y la confianza que tenemos o podemos construir?',
    },
  },
  {
    key: 'visible',
    text: {
      en: 'Will we be able to see along the way whether it is working?',
      es: '¿Podremos ver por el camino si está funcionando?',
    },
  },
  {
    key: 'ours',
    text: {
      en: 'Would we choose it even if nobody had asked us to?',
      es: '¿La elegiríamos aunque nadie nos la hubiera pedido?',
    },
  },
]

/** The ends of the scale on which criteria are answered. */
export const WORTH_SCALE: Scale = {
  low: { en: 'Not at all', es: 'Para nada' },
  high: { en: 'Entirely', es: 'Por completo' },
}

/** The names of a criterion's fields in the form, by its place in the list. */
export const criterionFields = {
  key: (at: number) => `key_${at}`,
  text: (at: number, language: string) => `text_${at}_${language}`,
}

const places = Array.from({ length: MOST_CRITERIA }, (_, at) => at)

const fields = Object.fromEntries(
  places.flatMap((at) => [
    [criterionFields.key(at), z.string().default('')],
    ...LANGUAGES.map((language) => [criterionFields.text(at, language), optionalLine(300)] as const),
  ]),
)

/** Questions as they stand in the form; one that is emptied in every language is dropped, a new one has no key yet. */
export const criteriaForm = z
  .object({ version: wholeNumber(0, 1_000_000) })
  .and(z.object(fields))
  .transform((form) => ({ version: form.version, questions: places.flatMap((at) => questionAt(form, at)) }))
  .refine((form) => form.questions.length > 0, { path: [criterionFields.text(0, 'en')], error: 'goals.criteria_missing' })

function questionAt(form: object, at: number): Questions {
  const read = (name: string) => String(Reflect.get(form, name) ?? '')
  const written = LANGUAGES.map((language) => [language, read(criterionFields.text(at, language))] as const).filter(
    ([, text]) => text !== '',
  )
  if (written.length === 0) return []
  const key = read(criterionFields.key(at))
  return [{ key: QUESTION_KEY.test(key) ? key : '', text: Object.fromEntries(written) }]
}
