import type { Context } from 'hono'
import type { z } from 'zod'
import { Problem } from '../platform/problem.ts'
import { isTextKey, type TextKey, textIn } from '../messages/text.ts'

/** What was typed and what is wrong with it, in the reader's language, so that a form comes back as it was. */
export type FormState = { values: Record<string, string>; errors: Record<string, string> }

export type Sent<Value> = { ok: true; value: Value } | { ok: false; form: FormState }

export type Body = Record<string, string | File | (string | File)[]>

/** Reads the body of a form once; later readers get the same. */
export async function bodyOf(c: Context): Promise<Body> {
  return await c.req.parseBody({ all: true }).catch(() => {
    throw new Problem(400, 'web.not_a_form')
  })
}

/** Checks a body against its schema; on a fault everything typed comes back with a sentence per field. */
export function checkForm<Schema extends z.ZodType>(schema: Schema, body: Body, language: string): Sent<z.output<Schema>> {
  const result = schema.safeParse(body)
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[String(issue.path[0] ?? '')] ??= sentence(issue, language)
  return { ok: false, form: { values: typedIn(body), errors } }
}

/** A form that a rule refused, as it was typed, with the reason at its field. */
export function refusedForm(ctx: { body: Body; text(key: TextKey): string }, fault: { field: string; reason: TextKey }): FormState {
  return { values: typedIn(ctx.body), errors: { [fault.field]: ctx.text(fault.reason) } }
}

/** What a person typed, without files. */
export function typedIn(body: Body): Record<string, string> {
  const texts = (value: Body[string]) => [value].flat().filter((one): one is string => typeof one === 'string')
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, texts(value).join(', ')]))
}

function sentence(issue: z.core.$ZodIssue, language: string): string {
  if (isTextKey(issue.message)) return textIn(language, issue.message)
  const [key, values] = reason(unwrapped(issue))
  return textIn(language, key, values)
}

/** A union of "empty" and "something" reports both; what was expected is the something. */
function unwrapped(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  return issue.errors.flat().findLast((one) => one.code !== 'invalid_value') ?? issue
}

function reason(issue: z.core.$ZodIssue): [string, Record<string, string | number>] {
  if (issue.code === 'too_small' && issue.origin === 'string') return ['web.required', {}]
  if (issue.code === 'too_big' && issue.origin === 'string') return ['web.too_long', { max: Number(issue.maximum) }]
  if (issue.code === 'too_small') return ['web.too_small', { min: Number(issue.minimum) }]
  if (issue.code === 'too_big') return ['web.too_big', { max: Number(issue.maximum) }]
  if (issue.code === 'invalid_format' && issue.format === 'date') return ['web.not_a_day', {}]
  if (issue.code === 'invalid_type' && issue.expected === 'number') return ['web.not_a_number', {}]
  if (issue.code === 'invalid_type' && issue.expected === 'string') return ['web.required', {}]
  return ['web.not_a_choice', {}]
}
