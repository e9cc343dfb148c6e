import { z } from 'zod'
import { email } from '../identities/schema.ts'

/** How long a link to a new password works. */
export const RESET_MINUTES = 60

// A password is taken as it was typed: blanks count.
const password = z.string().min(1).max(1000)

export const requestResetForm = z.object({ email })
export const newPasswordForm = z.object({ password })
export const changePasswordForm = z.object({ current: password, password })
