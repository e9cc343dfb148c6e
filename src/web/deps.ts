import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { DeadLetters, Jobs } from '../platform/jobs.ts'
import type { Log } from '../platform/log.ts'
import type { Mail } from '../platform/mail.ts'
import type { Outbox } from '../platform/outbox.ts'
import type { KeyStore } from '../platform/sealed.ts'
import type { SignIn } from './sign-in.ts'

/** What the application is made with; tests hand in their own clock and mail. */
export type Deps = {
  db: Database
  clock: Clock
  mail: Mail
  jobs: Jobs & { deadLetters: DeadLetters }
  keys: KeyStore
  log: Log
  signIn: SignIn
  /** The address under which people reach the program, for links in letters. */
  origin: string
  /** Demo mode has a demo district, its sign-in and its outbox. */
  demo: boolean
  /** Where the demonstration keeps its letters; outside demo mode there is none. */
  outbox?: Outbox
  /** Once stopping, the program says that it is not ready, so that a proxy sends nothing more. */
  readiness: { stopping: boolean }
}
