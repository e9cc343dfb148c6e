import { defineJob, defineWorker, type Worker } from '../../../platform/jobs.ts'
import type { Deps } from '../../../web/deps.ts'
import { sendInvitationLetter, sendPasswordChangedLetter, sendResetLetter } from './commands.ts'

/** Answers a request for a new password; made for every address alike, so that asking tells nobody whether it exists. */
export const resetLetter = defineJob<{ requestId: string }>('people_reset_letter')

/** Tells people that their password was changed, in case it was not they. */
export const passwordChangedLetter = defineJob<{ identityPersonId: string }>('people_password_changed_letter')

/** Brings an invitation to the invited person. */
export const invitationLetter = defineJob<{ tenantId: string; invitationId: string }>('people_invitation_letter')

export function letterWorkers(deps: Deps): Worker[] {
  return [
    defineWorker(resetLetter, ({ requestId }) => sendResetLetter(deps, requestId)),
    defineWorker(passwordChangedLetter, ({ identityPersonId }) => sendPasswordChangedLetter(deps, identityPersonId)),
    defineWorker(invitationLetter, ({ invitationId }) => sendInvitationLetter(deps, invitationId)),
  ]
}
