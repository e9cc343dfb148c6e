import pg from 'pg'
import { openVote } from '../../src/slices/votes/opening/commands.ts'
import { urls } from '../../src/urls.ts'
import type { Persona } from './cast.ts'
import type { World } from './world.ts'

export const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }

const QUESTIONS = [
  { key: 'reach', text: { en: 'Is it within reach?' } },
  { key: 'ours', text: { en: 'Is it ours?' } },
]

type Ballot = { reach: number; ours: number; argument?: string; leave?: string }

/** Votes on an invented subject at Lincoln, held by Maria: opened by the command, given through the pages, looked at from below. */
export function votesIn(world: World) {
  async function rows<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: world.database.ownerUrl })
    await client.connect()
    const { rows } = await client.query<Row>(text, values)
    await client.end()
    return rows
  }
  return {
    /** Looks into the database as its owner. */
    rows,
    /** Opens a vote; a subject has one vote at a time, so each test names its own. */
    async hold(subject: Persona): Promise<string> {
      const place = { id: world.ids.schools.lincoln, path: [world.ids.roots['cedar-valley'], world.ids.schools.lincoln] }
      return await openVote(world.deps.db, await world.scope('maria'), world.deps.keys, place, {
        subject: { noun: 'trial', id: world.ids.people[subject], text: { en: 'Everybody reads aloud' } },
        circle: 'school',
        questions: QUESTIONS,
        scale: { low: { en: 'No' }, high: { en: 'Yes' } },
        voterIds: (['tomas', 'noor', 'lucia', 'ben'] as const).map((persona) => world.ids.people[persona]),
      })
    },
    async cast(persona: Persona, vote: string, { reach, ours, argument = 'Because.', leave = 'not_kept' }: Ballot): Promise<Response> {
      const fields = { score_reach: reach, score_ours: ours, argument, leave }
      return await world.as(persona).post(urls.voteBallot({ ...LINCOLN, vote }), fields)
    },
    async sealOf(vote: string): Promise<string> {
      const [row] = await rows<{ seal_id: string }>('select seal_id from vote where id = $1', [vote])
      return row?.seal_id ?? ''
    },
  }
}
