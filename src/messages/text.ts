import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import enAccess from './en/access.json' with { type: 'json' }
import enCycles from './en/cycles.json' with { type: 'json' }
import enGoals from './en/goals.json' with { type: 'json' }
import enMeasures from './en/measures.json' with { type: 'json' }
import enNow from './en/now.json' with { type: 'json' }
import enOperations from './en/operations.json' with { type: 'json' }
import enOrganizations from './en/organizations.json' with { type: 'json' }
import enPeople from './en/people.json' with { type: 'json' }
import enResources from './en/resources.json' with { type: 'json' }
import enRoster from './en/roster.json' with { type: 'json' }
import enStrategy from './en/strategy.json' with { type: 'json' }
import enSurveys from './en/surveys.json' with { type: 'json' }
import enUi from './en/ui.json' with { type: 'json' }
import enVotes from './en/votes.json' with { type: 'json' }
import enWeb from './en/web.json' with { type: 'json' }
import esAccess from './es/access.json' with { type: 'json' }
import esCycles from './es/cycles.json' with { type: 'json' }
import esGoals from './es/goals.json' with { type: 'json' }
import esMeasures from './es/measures.json' with { type: 'json' }
import esNow from './es/now.json' with { type: 'json' }
import esOperations from './es/operations.json' with { type: 'json' }
import esOrganizations from './es/organizations.json' with { type: 'json' }
import esPeople from './es/people.json' with { type: 'json' }
import esResources from './es/resources.json' with { type: 'json' }
import esRoster from './es/roster.json' with { type: 'json' }
import esStrategy from './es/strategy.json' with { type: 'json' }
import esSurveys from './es/surveys.json' with { type: 'json' }
import esUi from './es/ui.json' with { type: 'json' }
import esVotes from './es/votes.json' with { type: 'json' }
import esWeb from './es/web.json' with { type: 'json' }

const en = {
  ...enAccess,
  ...enCycles,
  ...enGoals,
  ...enMeasures,
  ...enNow,
  ...enOperations,
  ...enOrganizations,
  ...enPeople,
  ...enResources,
  ...enRoster,
  ...enStrategy,
  ...enSurveys,
  ...enUi,
  ...enVotes,
  ...enWeb,
}

const es = {
  ...esAccess,
  ...esCycles,
  ...esGoals,
  ...esMeasures,
  ...esNow,
  ...esOperations,
  ...esOrganizations,
  ...esPeople,
  ...esResources,
  ...esRoster,
  ...esStrategy,
  ...esSurveys,
  ...esUi,
  ...esVotes,
  ...esWeb,
}

/** Every message that exists; a key that does not is a type error. */
export type TextKey = keyof typeof en

export const LANGUAGES = ['en', 'es'] as const

export type Language = (typeof LANGUAGES)[number]

export type TextValues = Record<string, unknown>

const catalogues: Record<Language, Record<string, string>> = { en, es }

const readers = new Map(LANGUAGES.map((language) => [language, readerOf(language)]))

/** The text of a key in a language, with its values filled in. */
export function textIn(language: string, key: string, values: TextValues = {}): string {
  const reader = readers.get(language as Language) ?? readers.get('en') // an unknown language reads English
  return reader?._(key, values) ?? key
}

/** Some messages of a language as written; islands take theirs from here. */
export function messagesOf(language: string, keys: readonly string[]): Record<string, string> {
  const catalogue = catalogues[language as Language] ?? catalogues.en // an unknown language reads English
  return Object.fromEntries(keys.map((key) => [key, catalogue[key] ?? key]))
}

/** Whether a text is the key of a message, so that a reason from outside is never shown raw. */
export function isTextKey(key: string): key is TextKey {
  return key in en
}

function readerOf(language: Language) {
  const messages: Record<string, string> = { ...en, ...catalogues[language] }
  const compiled = Object.fromEntries(Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]))
  return setupI18n({ locale: language, messages: { [language]: compiled } })
}
