import { z } from 'zod'
import { email } from '../identities/schema.ts'

export const signInForm = z.object({ email, password: z.string().min(1).max(1000) })

/** Where to go after signing in, as the form carries it along. */
export const destinationForm = z.object({ next: z.string().max(2000).optional() })

/** A session as its owner sees it in the list. */
export type SessionRow = { id: string; userAgent: string | null; createdAt: Date; lastUsedAt: Date; expiresAt: Date }
