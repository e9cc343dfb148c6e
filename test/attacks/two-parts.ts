import assert from 'node:assert/strict'
import { addUnit } from '../../src/slices/organizations/commands.ts'
import type { Scale } from '../../src/slices/surveys/schema.ts'
import { urls } from '../../src/urls.ts'
import { bringingIn } from '../support/brought-answers.ts'
import type { Persona } from '../support/cast.ts'
import type { World } from '../support/world.ts'
import type { Answers, ScaleView } from './counts.ts'
import { CATEGORIES, DISTRICT, ITEMS, SCHOOLS } from './small-district.ts'

/** What the report's API says of two parts at a place, and of how they go together. */
export type PairView = {
  scales: ScaleView[]
  scale_correlations: {
    staff: { correlation: number; n: number | null; step: number | null }[]
    school_means: { correlation: number; schools: number }[]
  }
}

/** Answers to both parts, one after the other; null where a question was left out. */
export type Both = Readonly<Record<string, readonly (readonly (number | null)[])[]>>

/** Who leads what: each may read the report of that place alone. */
export const LEADERS: Record<string, Persona> = { [DISTRICT]: 'dana', lincoln: 'maria', rivera: 'omar' }

const PARTS = ['part', 'other'].map((key): Scale => ({
  key,
  options: 'agreement',
  name: { en: key },
  purpose: { en: key },
  items: Array.from({ length: ITEMS }, (_, at) => ({ key: `${key}${at}`, text: { en: `Item ${at}` } })),
}))

/** The answers to a second part of people who answered a first: half their own mind, half chance. */
export function withSecond(answers: Answers): Both {
  let state = 97
  const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const second = (value: number) => Math.min(CATEGORIES, Math.max(1, Math.round((value + 1 + chance() * 4) / 2)))
  return Object.fromEntries(Object.entries(answers).map(([school, all]) => [school, all.map((own) => [...own, ...own.map(second)])]))
}

/** The sum of the answers to a part, the lowest counting 0; null for whoever left it out. */
export function scoreOf(answers: readonly (number | null)[], part: 0 | 1): number | null {
  const own = answers.slice(part * ITEMS, (part + 1) * ITEMS)
  return own.includes(null) ? null : own.reduce((sum: number, value) => sum + (value ?? 0) - 1, 0)
}

/** Surveys of a district with two parts, and what each leader is told of them. */
export async function twoParts(world: World) {
  const system = await world.system()
  for (const name of SCHOOLS.slice(2))
    await addUnit(world.deps.db, system, { parentId: world.ids.roots['cedar-valley'], kind: 'school', name, grade: '', subject: '' })
  const bringing = bringingIn(world)
  let surveys = 0
  return {
    /** Asks for answers and closes; answers the survey's id. */
    async ask(answers: Both, fewest = 5): Promise<string> {
      const instrument = await bringing.questionnaire(PARTS)
      const header = ['school', ...PARTS.flatMap(({ items }) => items.map(({ key }) => key))].join(',')
      const rows = Object.entries(answers).flatMap(([school, all]) => all.map((values) => [school, ...values].join(',')))
      const page = await (await bringing.preview(instrument, bringing.csv([header, ...rows].join('\n')))).text()
      return await bringing.accept(instrument, page, { fewest: String(fewest), gatheredOn: `2026-09-${10 + surveys++}` })
    },
    /** What the leader of a place is told there. */
    async told(survey: string, place: string): Promise<PairView> {
      const leader = LEADERS[place] ?? assert.fail(place)
      const response = await world.as(leader).get(`${urls.apiSurveyReport({ tenant: 'cedar-valley', survey })}?place=${place}`)
      assert.equal(response.status, 200)
      return await response.json()
    },
  }
}
