import pg from 'pg'
import { dayIn } from '../../src/platform/clock.ts'
import { startEmbedded } from '../../src/platform/embedded/start.ts'
import { BANK } from '../../src/slices/surveys/bank/rules.ts'
import type { Mode } from '../../src/slices/surveys/schema.ts'
import { urls } from '../../src/urls.ts'
import { visit, type Visitor } from '../../test/support/visitor.ts'

export const QUESTIONS = 25

const place = { tenant: 'cedar-valley', place: 'lincoln-elementary' }

/** A survey whose links have numbers, of which the first have been used. */
export type Asked = { survey: string; used: number }

/** The secret of a link; the same for the same number. */
export function tokenOf(survey: string, number: number): string {
  return `${survey}-${number}`
}

type Asking = { count: number; mode?: Mode }

/** Puts a questionnaire of the bank to the teachers of a school by the forms that people use, and then invites many more. */
export async function askPeople(address: string, dir: string, { count, mode = 'anonymous' }: Asking): Promise<Asked> {
  const embedded = await startEmbedded({ dir, log: () => {} })
  const owner = new pg.Client({ connectionString: embedded.ownerUrl })
  await owner.connect()
  const tenant = await enterTenant(owner)
  const maria = await visit(address, 'maria')
  const survey = await openSurvey(maria, { mode, today: dayIn(tenant.timeZone, new Date()) })
  await inviteMore(owner, { tenantId: tenant.id, survey, count })
  await owner.end()
  await embedded.stop()
  return { survey, used: 0 }
}

type Tenant = { id: string; timeZone: string }

async function enterTenant(owner: pg.Client): Promise<Tenant> {
  const known = await owner.query<{ id: string }>('select tenant_id as id from identity.tenant where slug = $1', [place.tenant])
  const id = known.rows[0]?.id ?? ''
  await owner.query(`select set_config('app.tenant', $1, false)`, [id])
  const { rows } = await owner.query<{ timeZone: string }>('select time_zone as "timeZone" from tenant where id = $1', [id])
  return { id, timeZone: rows[0]?.timeZone ?? '' }
}

async function openSurvey(maria: Visitor, { mode, today }: { mode: Mode; today: string }): Promise<string> {
  const names = {
    title_en: 'How we work together',
    title_es: 'Cómo trabajamos',
    purpose_en: 'To hear everybody before we plan the spring.',
    purpose_es: 'Escuchar a todas las personas antes de planear la primavera.',
  }
  const lines = Array.from({ length: QUESTIONS - bankItems() }, (_, at) => `People here take time for matter number ${at + 1}.`).join('\n')
  const made = await maria.post(urls.instruments(place), { ...names, scales: 'small_measure', own_en: lines, own_es: lines })
  const instrumentId = idIn(made, 'questionnaires')
  const closesOn = Temporal.PlainDate.from(today).add({ days: 14 }).toString()
  const form = { instrumentId, roles: 'teacher', mode, languages: 'en', opensOn: today, closesOn }
  return idIn(await maria.post(urls.surveys(place), form), 'surveys')
}

/** Of the one scale that a form with one field a name can choose. */
function bankItems(): number {
  return BANK.find((scale) => scale.key === 'small_measure')?.items.length ?? 0
}

function idIn(answer: Response, noun: string): string {
  const id = new RegExp(`${noun}/([0-9a-f-]{36})`).exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`${noun}: ${answer.status}`)
  return id
}

/** By the number of a link, so that whoever drives needs no list of them. */
async function inviteMore(owner: pg.Client, { tenantId, survey, count }: { tenantId: string; survey: string; count: number }) {
  const values = [tenantId, survey, count]
  await owner.query('create temporary table if not exists more (invitation_id uuid, token_hash bytea)')
  await owner.query('truncate more')
  await owner.query(
    `insert into more select gen_random_uuid(), sha256(convert_to($1 || '-' || number, 'UTF8')) from generate_series(0, $2::int - 1) as number`,
    [survey, count],
  )
  await owner.query(
    `insert into survey_invitation (tenant_id, id, survey_id, unit_id)
     select $1, invitation_id, $2, (select unit_id from survey where id = $2) from more limit $3`,
    values,
  )
  await owner.query(
    `insert into survey_link (tenant_id, id, invitation_id, token_hash) select $1, gen_random_uuid(), invitation_id, token_hash from more`,
    [tenantId],
  )
  await owner.query('insert into identity.survey_link (token_hash, tenant_id) select token_hash, $1 from more', [tenantId])
  await owner.query('analyze survey_invitation, survey_link, identity.survey_link')
}
