import { z } from 'zod'
import { line, paragraph } from '../../web/fields.ts'

/** Where a step stands: one of several that follow each other, or what all of them stand on. */
export const STEP_PLACES = ['path', 'foundation'] as const

const key = z.string().regex(/^[a-z0-9_]{1,60}$/)

/** A text in each of its languages. */
function texts<Text extends z.ZodType<string>>(text: Text) {
  return z.record(z.string(), text)
}

const stepSchema = z.object({ key, place: z.enum(STEP_PLACES), title: texts(line(120)) })

const variableSchema = z.object({ key, step: key, title: texts(line(160)), description: texts(paragraph(1000)) })

/** `to` rests on `from`; where both ways are there, each strengthens the other. */
const linkSchema = z.object({ from: key, to: key })

/** A framework as it was published: what it says, in which steps, and whose it is. */
export const documentSchema = z.object({
  title: texts(line(160)),
  summary: texts(paragraph(1000)),
  source: line(500),
  linksNote: texts(paragraph(1000)),
  steps: z.array(stepSchema).min(1),
  variables: z.array(variableSchema).min(1),
  links: z.array(linkSchema),
})

export type FrameworkDocument = z.output<typeof documentSchema>

/** A version of a framework, as measures and pages refer to it. */
export type Framework = { key: string; version: number; publishedOn: string; document: FrameworkDocument }

/** A variable by its framework's key and its own, the same through all versions. */
export type VariableRef = { framework: string; variable: string }

/** A variable as a reference in one word, as forms and addresses carry it; nothing where the field was left empty. */
export const optionalVariable = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z
    .string()
    .regex(/^[a-z0-9_]{1,60}\/[a-z0-9_]{1,60}$/)
    .transform((text): VariableRef => {
      const [framework = '', variable = ''] = text.split('/')
      return { framework, variable }
    })
    .nullable(),
)

/** The same in the API. */
export const variableJson = z.object({ framework: key, variable: key })

/** A framework in one language, its variables gathered under their steps. */
export type ToldFramework = {
  key: string
  version: number
  publishedOn: string
  title: string
  summary: string
  source: string
  linksNote: string
  steps: ToldStep[]
}

export type ToldStep = { key: string; place: (typeof STEP_PLACES)[number]; title: string; variables: ToldVariable[] }

/** A step with its variables, as one chooses among them in a form. */
export type VariableChoices = { label: string; options: { value: string; label: string }[] }

/** A variable in one language, with the keys of those that it rests on, that rest on it, and that do both. */
export type ToldVariable = {
  key: string
  title: string
  description: string
  restsOn: string[]
  carries: string[]
  together: string[]
}
