import assert from 'node:assert/strict'
import { addUnit } from '../../src/slices/organizations/commands.ts'
import type { Scale } from '../../src/slices/surveys/schema.ts'
import { urls } from '../../src/urls.ts'
import { bringingIn } from '../support/brought-answers.ts'
import type { Persona } from '../support/cast.ts'
import type { World } from '../support/world.ts'
import type { Answers, Given, Held, Known, ScaleView } from './counts.ts'

export const DISTRICT = 'cedar-valley-unified'
export const SCHOOLS = ['lincoln', 'rivera', 'birch', 'cedar', 'dogwood', 'elm'] as const

export const ITEMS = 3
export const CATEGORIES = 5

/** Who leads what: each may read the report of that place alone. */
const LEADERS: Record<string, Persona> = { [DISTRICT]: 'dana', lincoln: 'maria', rivera: 'omar' }

export const SCALE: Scale = {
  key: 'part',
  options: 'agreement',
  name: { en: 'Part' },
  purpose: { en: 'Part.' },
  items: Array.from({ length: ITEMS }, (_, at) => ({ key: `item${at}`, text: { en: `Item ${at}` } })),
}

const CHOICE: Scale = {
  ...SCALE,
  key: 'choice',
  kind: 'choice',
  items: SCALE.items.map((item) => ({ ...item, key: `choice_${item.key}` })),
}

const ROLES = { leading: 'principal', teaching: 'teacher', other: 'counselor' } as const

/** So many people who all answer the same. */
export function alike(n: number, answer: number): number[][] {
  return Array.from({ length: n }, () => Array.from({ length: ITEMS }, () => answer))
}

/** So many people of many minds, the same ones in every run. */
export function varied(n: number, middle: number, seed: number): number[][] {
  let state = seed
  const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const answer = () => Math.min(CATEGORIES, Math.max(1, Math.round(middle + (chance() - 0.5) * 4)))
  return Array.from({ length: n }, () => Array.from({ length: ITEMS }, answer))
}

/** The answers of the schools in their order. */
export function schoolsWith(...all: number[][][]): Answers {
  return Object.fromEntries(SCHOOLS.map((name, at) => [name, all[at] ?? []]))
}

/** Surveys of a district with six schools, some of them tiny, and what each leader is told of them. */
export async function smallDistrict(world: World) {
  const system = await world.system()
  for (const name of SCHOOLS.slice(2))
    await addUnit(world.deps.db, system, { parentId: world.ids.roots['cedar-valley'], kind: 'school', name, grade: '', subject: '' })
  const bringing = bringingIn(world)
  let surveys = 0
  return {
    /** Asks for answers and closes, with groups counted apart where they are given; answers the survey's id. */
    async ask(answers: Answers, fewest = 5, groupOf?: Known['groupOf']): Promise<string> {
      const instrument = await bringing.questionnaire([SCALE, CHOICE])
      const header = ['school', 'role', ...[...SCALE.items, ...CHOICE.items].map(({ key }) => key)].join(',')
      const rows = Object.entries(answers).flatMap(([school, all]) =>
        all.map((values, at) => [school, ROLES[groupOf?.(at) ?? 'other'], ...values, ...values].join(',')),
      )
      const page = await (await bringing.preview(instrument, bringing.csv([header, ...rows].join('\n')))).text()
      return await bringing.accept(instrument, page, {
        fewest: String(fewest),
        gatheredOn: `2026-09-${10 + surveys++}`,
        ...(groupOf ? { byRole: 'yes' } : {}),
      })
    },
    /** What the leader of a place is told of a part there. */
    async told(survey: string, place: string, part: 'part' | 'choice' = 'part'): Promise<Held> {
      const { answer } = await this.answerOf(survey, place)
      return { place, view: answer.scales.find((one) => one.key === part) ?? assert.fail(part) }
    },
    async answerOf(survey: string, place: string): Promise<{ leader: Persona; answer: { scales: ScaleView[] } }> {
      const leader = LEADERS[place] ?? assert.fail(place)
      const response = await world.as(leader).get(`${urls.apiSurveyReport({ tenant: 'cedar-valley', survey })}?place=${place}`)
      assert.equal(response.status, 200)
      return { leader, answer: await response.json() }
    },
  }
}

/** What everybody knows of the district: how many work at each school, within twenty. */
export function knownOf(answers: Answers): Known {
  const staff = Object.fromEntries(Object.entries(answers).map(([school, all]) => [school, all.length + 20]))
  return { district: DISTRICT, staff, items: ITEMS, categories: CATEGORIES, truth: answers }
}

/**
 * The number of people and the sum of answers of the schools of which they are not said: where figures are shown that were
 * worked out from all schools, exact as they are, somebody who tries all possibilities may find these.
 */
export function sumsBehind({ view }: Held, answers: Answers): Given[] {
  if (!view.schools) return []
  const said = view.places.flatMap((one) => (one.suppressed || one.mean_least !== one.mean_most ? [] : one.place))
  return sumsOf(answers).filter(({ school }) => !said.includes(school))
}

/** How many people each school that answered has, and what their answers add up to. */
export function sumsOf(answers: Answers): Given[] {
  return Object.entries(answers)
    .filter(([, all]) => all.length > 0)
    .map(([school, all]) => ({ school, n: all.length, sum: all.flat().reduce((sum, value) => sum + value, 0) }))
}
