import { parse } from 'csv-parse/sync'
import { urls } from '../../src/urls.ts'
import type { Persona } from '../support/cast.ts'
import type { World } from '../support/world.ts'

/** Every figure that an answer of the API gives, as a page or a file may write it: to fewer places, or as the ends of a share. */
export function numbersIn(answer: unknown): (figure: string) => boolean {
  const numbers: number[] = []
  const steps = new Set<number>()
  const collect = (value: unknown, name = ''): void => {
    if (typeof value === 'number') numbers.push(value)
    if (typeof value === 'number' && name === 'step') steps.add(value)
    if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) collect(one, key)
  }
  collect(answer)
  const ends = numbers.flatMap((number) => [...steps].flatMap((step) => [number - step / 2, number + step / 2]))
  return (figure) => {
    const places = /\.(\d+)/.exec(figure)?.[1]?.length ?? 0
    return [...numbers, ...ends].some((number) => Math.abs(number - Number(figure)) <= 0.5 * 10 ** -places + 1e-9)
  }
}

/** The figures with places after the point that a person is shown of a survey at a place, on each of its pages and files. */
export async function figuresOn(world: World, persona: Persona, place: string, survey: string): Promise<[string, string[]][]> {
  const at = { tenant: 'cedar-valley', place, survey }
  const read = async (url: string) => {
    const answer = await world.as(persona).get(url)
    return answer.ok ? await answer.text() : ''
  }
  return [
    ['the report', decimalsIn(await read(urls.surveyReport(at)))],
    ['the survey', decimalsIn(await read(urls.survey(at)))],
    ['the table', cellsOf(await read(urls.surveyReportCsv(at)))],
    ['the package', decimalsIn(await read(urls.surveyReportPackage(at)))],
    ['the API', decimalsIn(await read(`${urls.apiSurveyReport({ tenant: 'cedar-valley', survey })}?place=${place}`))],
  ]
}

/** Pages draw what they say, so their words hold all of it. */
function decimalsIn(text: string): string[] {
  const words = text
    .replace(/^[\s\S]*<main/, '')
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
  return words.replaceAll('−', '-').match(/(?<![\d.])-?\d+\.\d+(?:e-\d+)?(?![\d.])/g) ?? []
}

function cellsOf(csv: string): string[] {
  const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true })
  return rows.flatMap(({ value = '', least = '', most = '' }) => [value, least, most].filter((cell) => cell.includes('.')))
}
