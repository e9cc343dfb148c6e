import { fromKysely, PgBoss } from 'pg-boss'
import type { Tx } from './database.ts'

/** A kind of background work; `data` must be ids, never free text or tokens. */
export type Job<Data extends object = object> = {
  name: string
  retryLimit: number
  schedule?: string
  readonly carries?: (data: Data) => void
}

/** Enqueues in the caller's transaction: the work exists if, and only if, the write does. */
export type Jobs = {
  enqueue<Data extends object>(tx: Tx, job: Job<Data>, data: Data, options?: { startAfter?: Date }): Promise<void>
}

/** A job that failed for good, as the administrator sees it. */
export type DeadLetter = { id: string; name: string; failedAt: Date; reason: string }

/** What waits for somebody to look at it. */
export type DeadLetters = {
  /** Those of one tenant. */
  of(tenantId: string): Promise<DeadLetter[]>
  /** Puts one back into its queue; false where it is gone or another tenant's. */
  retry(tenantId: string, id: string): Promise<boolean>
}

/** A job with its worker, as the composition root starts them. */
export type Worker = { job: Job<never>; work: (data: unknown) => Promise<void> }

export function defineJob<Data extends object>(name: string, options: { retryLimit?: number; schedule?: string } = {}): Job<Data> {
  return { name, retryLimit: options.retryLimit ?? 5, schedule: options.schedule }
}

export function defineWorker<Data extends object>(job: Job<Data>, work: (data: Data) => Promise<void>): Worker {
  return { job, work: async (data) => await work(data as Data) } // the pair is typed together here; the queue hands over what was enqueued
}

const DEAD_LETTERS = 'dead_letters'
const RETRY_DELAY_SECONDS = 20

/** Makes the queue's schema and its queues, as the owner; the application's role may only use them. */
export async function installJobs(ownerUrl: string, jobs: readonly Job<never>[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {}) // start() itself rejects; this only keeps an unhandled event from ending the process
  await boss.start()
  await boss.createQueue(DEAD_LETTERS)
  for (const { name, retryLimit } of jobs) {
    const options = { retryLimit, retryDelay: RETRY_DELAY_SECONDS, retryBackoff: true, deadLetter: DEAD_LETTERS }
    await boss.createQueue(name, options)
    await boss.updateQueue(name, options)
  }
  const grants = [
    'grant usage on schema pgboss to groundwork_app',
    'grant select, insert, update, delete on all tables in schema pgboss to groundwork_app',
    'grant execute on all functions in schema pgboss to groundwork_app',
  ]
  for (const grant of grants) await boss.getDb().executeSql(grant)
  await boss.stop({ graceful: false, close: true })
}

/** The queue as the application uses it: `work` begins the workers, `stop` hands running jobs back. */
export function openJobs(options: { url: string; onError: (error: Error) => unknown }) {
  const boss = new PgBoss({ connectionString: options.url, migrate: false, createSchema: false, reindex: false, max: 3 })
  boss.on('error', options.onError)
  return {
    enqueue: enqueueWith(boss),
    async open() {
      await boss.start()
    },
    async work(workers: readonly Worker[]) {
      for (const { job, work } of workers) {
        // The library hands over a batch; the default batch is one job.
        await boss.work(job.name, { pollingIntervalSeconds: 2 }, async (batch) => {
          for (const one of batch) {
            await work(one.data).catch((error: unknown) => {
              throw bare(error)
            })
          }
        })
        if (job.schedule) await boss.schedule(job.name, job.schedule, {})
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5000, close: true })
    },
    deadLetters: {
      async of(tenantId) {
        const found = await boss.findJobs<object>(DEAD_LETTERS, { data: { tenantId }, queued: true })
        return found.map((job) => ({ id: job.id, name: job.sourceName ?? '', failedAt: job.createdOn, reason: reasonOf(job.output) }))
      },
      async retry(tenantId, id) {
        return (await boss.redrive(DEAD_LETTERS, { ids: [id], data: { tenantId } })) > 0
      },
    } satisfies DeadLetters,
  }
}

export type OpenJobs = ReturnType<typeof openJobs>

function enqueueWith(boss: PgBoss): Jobs['enqueue'] {
  return async (tx, job, data, options) => {
    await boss.send(job.name, data, { db: fromKysely(tx.withoutPlugins()), startAfter: options?.startAfter })
  }
}

/** The queue keeps every property of a fault, and that of a database has the row in its detail: it stays out, as out of a log. */
function bare(error: unknown): Error {
  const fault = new Error(error instanceof Error ? error.message : 'something that is no error was thrown')
  if (error instanceof Error) fault.stack = error.stack
  return fault
}

/** The message of the last failure; a stack says nothing to an administrator. */
function reasonOf(output: object | null): string {
  return output && 'message' in output ? String(output.message).slice(0, 300) : ''
}
