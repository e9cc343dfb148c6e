import type { Instrument } from '../schema.ts'

/** The wanted language where a questionnaire has it, else its first. */
export function languageOf(languages: Instrument['languages'], wanted: string): Instrument['languages'][number] {
  return languages.find((one) => one === wanted) ?? languages[0] ?? 'en'
}
