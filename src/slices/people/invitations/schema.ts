import { z } from 'zod'
import { line } from '../../../web/fields.ts'
import { email } from '../identities/schema.ts'

/** How long an invitation can be accepted. */
export const INVITATION_DAYS = 7

export const invitePersonForm = z.object({ email })

/** What somebody says who accepts without having signed in before. */
export const acceptForm = z.object({ name: line(120), password: z.string().min(1).max(1000) })

export type NewcomerForm = z.output<typeof acceptForm>

/** An invitation as the invited person may see it. */
export type Invitation = {
  id: string
  email: string
  tenantId: string
  tenantSlug: string
  tenantName: string
  tenantPersonId: string
  personName: string
  invitedByName: string
  expiresAt: Date
  acceptedAt: Date | null
  withdrawnAt: Date | null
}
