/** A job that failed for good. */
export type FailedJob = { id: string; name: string; failedAt: Date; reason: string }

/** Whether the chain of events still fits, as far as it is sealed. */
export type ChainState = { seals: number; events: number; unsealed: number; brokenAt: number | undefined }
