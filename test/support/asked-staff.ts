import assert from 'node:assert/strict'
import pg from 'pg'
import { sendSurveyLetters } from '../../src/slices/surveys/letters/commands.ts'
import { addPerson, grantRole } from '../../src/slices/organizations/commands.ts'
import { urls } from '../../src/urls.ts'
import { linkIn } from './letters.ts'
import type { World } from './world.ts'

export const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }

/** Surveys at Cedar Valley: opened and answered through the pages, looked at from below. */
export function surveysIn(world: World) {
  async function rows<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: world.database.ownerUrl })
    await client.connect()
    const { rows } = await client.query<Row>(text, values)
    await client.end()
    return rows
  }
  const today = () => world.clock.now().toISOString().slice(0, 10)
  return {
    rows,
    /** More teachers for a school; those without an address are asked on paper. */
    async hire(school: 'lincoln' | 'rivera', count: number, address = true): Promise<string[]> {
      const scope = await world.system()
      const ids: string[] = []
      for (let number = 0; number < count; number++) {
        const email = address ? `teacher.${number}.${school}@cedar-valley.example` : ''
        const id = await addPerson(world.deps.db, scope, { givenName: `Given${number}`, familyName: school, email })
        await grantRole(world.deps.db, scope, id, {
          unitId: world.ids.schools[school],
          role: 'teacher',
          beginsOn: '2026-07-01',
          endsOn: null,
        })
        ids.push(id)
      }
      return ids
    },
    /** Makes a questionnaire and puts it to the teachers of a place; answers the survey's id. */
    async open(persona: 'maria' | 'dana', place: string, fields: Record<string, string | string[]> = {}): Promise<string> {
      const at = { tenant: 'cedar-valley', place }
      const head = { title_en: 'Autumn', title_es: 'Otoño', purpose_en: 'To hear everybody.', purpose_es: 'Escuchar a todas las personas.' }
      const form = { ...head, scales: ['small_measure', 'trust_integrity'] }
      const made = await world.as(persona).post(urls.instruments(at), form)
      const instrumentId = idIn(made, 'questionnaires')
      const asked = { instrumentId, roles: ['teacher', 'teacher_leader'], opensOn: today(), closesOn: '2026-10-20', ...fields }
      const opened = await world.as(persona).post(urls.surveys(at), asked)
      assert.equal(opened.status, 303, await opened.text())
      return idIn(opened, 'surveys')
    },
    /** Sends the letters that wait, and answers the links in them by address. */
    async links(surveyId: string): Promise<Map<string, string>> {
      const before = world.letters.length
      await sendSurveyLetters(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId })
      return new Map(world.letters.slice(before).map((letter) => [letter.to, linkIn(letter)]))
    },
    /** Answers all six questions, as a phone would: without a cookie and without saying where it comes from. */
    async answer(link: string, values: readonly (number | string)[]): Promise<Response> {
      const body = new URLSearchParams(values.map((value, at) => [`q${at}`, String(value)]))
      return await world.app.request(`http://localhost:4000${link}`, { method: 'POST', body, headers: { origin: 'null' } })
    },
  }
}

/** The id to which an answer leads. */
export function idIn(answer: Response, noun: string): string {
  return new RegExp(`${noun}/([0-9a-f-]{36})`).exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}
