import { z } from 'zod'
import { LANGUAGES } from '../../../messages/text.ts'
import { line } from '../../../web/fields.ts'

export const THEMES = ['auto', 'light', 'dark'] as const

/** An e-mail address as it is compared: without blanks and in small letters. */
export const email = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email('people.not_an_email').max(254))

export const aboutMeForm = z.object({
  name: line(120),
  language: z.union([z.literal('').transform(() => null), z.enum(LANGUAGES)]),
  theme: z.enum(THEMES),
})

export type AboutMe = z.output<typeof aboutMeForm>

/** A tenant that an identity belongs to. */
export type Belonging = { tenantId: string; tenantSlug: string; tenantName: string; tenantPersonId: string }
