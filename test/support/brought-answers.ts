import assert from 'node:assert/strict'
import { keepInstrument } from '../../src/slices/surveys/instruments/commands.ts'
import { foldClosed } from '../../src/slices/surveys/folding/commands.ts'
import type { Scale } from '../../src/slices/surveys/schema.ts'
import { urls } from '../../src/urls.ts'
import type { Persona } from './cast.ts'
import type { World } from './world.ts'

export const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }

/** Answers gathered elsewhere, brought through the pages of a place. */
export function bringingIn(world: World, at = DISTRICT, persona: Persona = 'dana') {
  const csv = (text: string, name = 'answers.csv') => new File([text], name, { type: 'text/csv' })
  return {
    csv,
    /** A questionnaire with the keys of a table's columns. */
    async questionnaire(scales: Scale[]): Promise<string> {
      const scope = await world.scope(persona)
      const id = scope.memberships[0]?.unitId ?? ''
      const made = {
        title: { en: 'Gathered', es: 'Reunido' },
        languages: ['en' as const],
        scales,
        purpose: { en: 'To hear.' },
        provenance: 'own' as const,
      }
      return await keepInstrument(world.deps.db, scope, { id }, made)
    },
    async preview(instrument: string, file: File, who: Persona = persona): Promise<Response> {
      return await world.as(who).post(urls.instrumentAnswers({ ...at, instrument }), { file })
    },
    /** Accepts what a preview showed, as it stands on the page, and counts it; answers the survey's id. */
    async accept(instrument: string, page: string, fields: Record<string, string> = {}): Promise<string> {
      const answer = await this.send(instrument, page, fields)
      assert.equal(answer.status, 303)
      const surveyId = /surveys\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
      await foldClosed(world.deps, { tenantId: world.ids.tenants['cedar-valley'], surveyId })
      return surveyId
    },
    async send(instrument: string, page: string, fields: Record<string, string> = {}): Promise<Response> {
      const form = { ...fieldsIn(page), gatheredOn: '2026-09-30', ...fields }
      return await world.as(persona).post(urls.instrumentAnswersAcceptance({ ...at, instrument }), form)
    },
  }
}

/** What stands in the fields of a page's forms. */
export function fieldsIn(page: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [name, value] = [/name="([^"]*)"/.exec(tag)?.[1], /value="([^"]*)"/.exec(tag)?.[1]]
    if (name && name !== 'once') fields[name] = (value ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  }
  for (const [, name = '', options = ''] of page.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const chosen =
      /<option(?=[^>]*\bselected)[^>]*value="([^"]*)"/.exec(options) ?? /<option[^>]*value="([^"]*)"[^>]*\bselected/.exec(options)
    fields[name] = chosen?.[1] ?? ''
  }
  return fields
}
