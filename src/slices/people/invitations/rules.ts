import type { Invitation } from './schema.ts'

/** Why an invitation is over, or undefined while it is open. */
export function whyInvitationOver(invitation: Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'expiresAt'>, now: Date) {
  if (invitation.acceptedAt) return 'people.invitation_accepted'
  if (invitation.withdrawnAt) return 'people.invitation_withdrawn'
  if (invitation.expiresAt <= now) return 'people.invitation_expired'
  return undefined
}

/** Who is looking: somebody signed in, or a stranger to whose address a sign-in does or does not belong. */
export type Looking = { signedInAs?: string; addressIsKnown: boolean }

/** What an open invitation asks next of whoever opened it. Nobody is linked for having the same address alone. */
export function nextStep(invitation: Pick<Invitation, 'email'>, looking: Looking): 'accept' | 'other_account' | 'sign_in' | 'newcomer' {
  if (looking.signedInAs) return looking.signedInAs === invitation.email ? 'accept' : 'other_account'
  return looking.addressIsKnown ? 'sign_in' : 'newcomer'
}

type Invitee = { alreadySignsIn: boolean; endedOn: string | null }

/** Why a person of the tenant cannot be invited, or undefined if they can. */
export function whyNotInvite(person: Invitee) {
  if (person.endedOn) return 'people.has_left'
  if (person.alreadySignsIn) return 'people.already_signs_in'
  return undefined
}
