import assert from 'node:assert/strict'
import { urls } from '../../src/urls.ts'
import type { Persona } from './cast.ts'
import type { World } from './world.ts'

export const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }
export const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
export const RIVERA = { tenant: 'cedar-valley', place: 'rivera' }

// As a spreadsheet writes it: a byte-order mark, CRLF, trailing commas, an empty row, percents, a name with a comma.
export const CLIMATE = [
  '\uFEFFSchool ID,School name,Answers,Trust,Return rate,,',
  '0007,Lincoln,31,4.32,85%,,',
  '0012,"Rivera, the high one",4,2.17,41%,,',
  '0101,Elsewhere One,20,3.00,60 %,,',
  '0102,Elsewhere Two,22,N/A,,,',
  ',,,,,,',
  '0103,Elsewhere Three,25,5.00,100%,,',
].join('\r\n')

const CHOICES = {
  name: 'Climate survey',
  publisher: 'State Office of Schools',
  year: '2025',
  link: 'https://example.org/climate',
  licence: 'CC BY 4.0',
  identifierColumn: '0',
  nameColumn: '1',
  respondentsColumn: '2',
  use: ['3', '4'],
  name_3: 'Trust',
  low_3: '1',
  high_3: '5',
  better_3: 'up',
  name_4: 'Return rate',
  low_4: '0',
  high_4: '100',
  better_4: 'up',
}

/** Whoever brings scores from elsewhere: hands a file in, says what is in it, loads it. */
export function scoreOffice(world: World) {
  return { handIn, loadOf, choose, apply, bring, textOf }

  async function handIn(csv: string, fileName = 'climate-2025.csv', persona: Persona = 'dana'): Promise<Response> {
    return await world.as(persona).post(urls.outsideSources(DISTRICT), { file: new File([csv], fileName, { type: 'text/csv' }) })
  }

  async function loadOf(csv = CLIMATE): Promise<string> {
    const answer = await handIn(csv)
    assert.equal(answer.status, 303)
    return /files\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
  }

  async function choose(load: string, fields: object = {}): Promise<Response> {
    return await world.as('dana').post(urls.outsideLoad({ ...DISTRICT, load }), { ...CHOICES, version: 1, ...fields })
  }

  async function apply(load: string, version = 2): Promise<Response> {
    return await world.as('dana').post(urls.outsideLoadApplication({ ...DISTRICT, load }), { version })
  }

  async function bring(csv = CLIMATE, fields: object = {}): Promise<{ source: string; done: string }> {
    const load = await loadOf(csv)
    assert.equal((await choose(load, fields)).status, 303)
    const answer = await apply(load)
    assert.equal(answer.status, 303, await answer.text())
    const location = answer.headers.get('location') ?? ''
    return { source: /outside\/([0-9a-f-]{36})/.exec(location)?.[1] ?? '', done: /done=([\w.]+)/.exec(location)?.[1] ?? '' }
  }

  async function textOf(url: string, persona: Persona = 'dana'): Promise<string> {
    const answer = await world.as(persona).get(url)
    assert.equal(answer.status, 200)
    return plain(await answer.text())
  }
}

/** What a page says, without its marks. */
export function plain(html: string): string {
  return html
    .replace(/<(script|style|svg)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
}
