import { surveysIn } from '../../test/support/asked-staff.ts'
import type { World } from '../../test/support/world.ts'
import { urls } from '../../src/urls.ts'

const DISTRICT = { tenant: 'cedar-valley', place: 'cedar-valley-unified' }
// One scale of four questions and seven of three.
const SCALES = ['instructional_leadership', 'trust_respect', 'trust_competence', 'trust_regard', 'trust_integrity']
const MORE_SCALES = ['access_knowledge', 'access_tools', 'access_structures']
export const QUESTIONS = 25

/** A confidential survey of a district that so many answered, closed; what they answered is written by SQL, since only the way out is measured. */
export async function answeredSurvey(world: World, people: number): Promise<string> {
  const { hire, rows } = surveysIn(world)
  await hire('lincoln', 12)
  const made = await world.as('dana').post(urls.instruments(DISTRICT), {
    title_en: 'Autumn',
    title_es: 'Otoño',
    purpose_en: 'To hear everybody.',
    purpose_es: 'Escuchar a todas las personas.',
    scales: [...SCALES, ...MORE_SCALES],
  })
  const instrumentId = idIn(made, 'questionnaires')
  const fields = { instrumentId, roles: ['teacher'], mode: 'confidential', opensOn: '2026-10-06', closesOn: '2026-10-20' }
  const survey = idIn(await world.as('dana').post(urls.surveys(DISTRICT), fields), 'surveys')
  await rows(
    `insert into survey_response (tenant_id, id, survey_id, unit_id, role, answers, counted)
     select $1, gen_random_uuid(), $2, $3, 'teaching',
       (select jsonb_agg(case when (n + q) % 97 = 0 then null else 1 + (n * 7 + q * q) % 5 end order by q) from generate_series(1, $4::int) q), true
     from generate_series(1, $5::int) n`,
    [world.ids.tenants['cedar-valley'], survey, world.ids.schools.lincoln, QUESTIONS, people],
  )
  await rows('analyze survey_response')
  const closed = await world.as('dana').post(urls.surveyClosure({ ...DISTRICT, survey }))
  if (closed.status !== 303) throw new Error(`The survey did not close: ${closed.status} ${await closed.text()}`)
  return survey
}

function idIn(answer: Response, noun: string): string {
  const id = new RegExp(`${noun}/([0-9a-f-]{36})`).exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`Expected the address of one of ${noun}, got ${answer.status}.`)
  return id
}
