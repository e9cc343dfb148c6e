import { z } from 'zod'
import { urls } from '../../urls.ts'
import { endpoint } from '../../web/api.ts'
import { listFrameworks } from './queries.ts'
import { documentSchema } from './schema.ts'

const frameworkJson = z.object({ key: z.string(), version: z.number().int(), publishedOn: z.string(), document: documentSchema })

const list = endpoint({
  method: 'get',
  address: urls.apiFrameworks,
  summary: 'Frameworks as they were published last: their steps, the variables of which measures tell, and how these lean on each other.',
  tag: 'Frameworks',
  response: z.object({ items: z.array(frameworkJson) }),
  answer: async ({ db }) => ({ body: { items: await listFrameworks(db) } }),
})

export const frameworksApi = [list]
