import type { App } from '../../web/app-type.ts'
import { mountDemo } from './demo/routes.ts'
import { mountIdentities } from './identities/routes.ts'
import { mountInvitations } from './invitations/routes.ts'
import { mountPasswords } from './passwords/routes.ts'
import { mountSessions } from './sessions/routes.ts'
import { mountTokens } from './tokens/routes.ts'

/** Signing in, invitations, and the pages about oneself. */
export function mountPeople(app: App): void {
  mountSessions(app)
  mountPasswords(app)
  mountInvitations(app)
  mountIdentities(app)
  mountTokens(app)
  mountDemo(app)
}
