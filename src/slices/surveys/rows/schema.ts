import type { KeyObject } from 'node:crypto'
import type { Given } from '../responding/schema.ts'
import type { Scale, Texts } from '../schema.ts'

/** A single answer as the leaders of a place read it in a named survey. */
export type NamedAnswer = { id: string; name: string | null; values: Given }

/** How many people gave each answer to a question. */
export type Chosen = { question: string; answers: { label: string; people: number }[] }

/** A single answer as it lies in the database. */
export type KeptAnswer = { id: string; unitId: string; group: string | null; answers: string }

/** What a download of single answers keeps from its beginning to its end: names of places stay the same from the first line to the last. */
export type Download = {
  survey: Pick<ResearchSurvey, 'id' | 'title' | 'askedBy' | 'scales'>
  unitNames: ReadonlyMap<string, string>
  /** What queries.ts finds as marks. */
  marks: string
  key: KeyObject
}

/** A confidential survey as research knows it. */
export type ResearchSurvey = {
  id: string
  unitId: string
  askedBy: string
  title: Texts
  scales: Scale[]
  opensOn: string
  closesOn: string
  closedAt: Date | null
  /** Whether whoever asks leads a place, or led one when it was asked or since. */
  hasLed: boolean
}

/** That somebody read single answers. */
export type Reading = { id: string; verb: 'survey_answers_read' | 'survey_answers_downloaded'; recordedAt: Date; name: string | null }
