/** What went wrong, in terms of the person's act: a status, the message key of the reason, and the fields at fault. */
export class Problem extends Error {
  readonly status: number
  readonly reason: string
  readonly values: Record<string, string | number>
  readonly fields: Record<string, string>

  constructor(status: number, reason: string, extra: { values?: Record<string, string | number>; fields?: Record<string, string> } = {}) {
    super(`${status} ${reason}`)
    this.name = 'Problem'
    this.status = status
    this.reason = reason
    this.values = extra.values ?? {}
    this.fields = extra.fields ?? {}
  }
}

/** Stops the command where a rule gave a reason against it. */
export function refuse(reason: string | undefined, values?: Record<string, string | number>): void {
  if (reason) throw new Problem(409, reason, { values })
}

/** The one answer for absent and forbidden alike, so that nobody learns which it was. */
export function notHere(): never {
  throw new Problem(404, 'web.not_here')
}

/** Somebody else has changed the row since it was read. */
export function stale(): never {
  throw new Problem(409, 'web.stale')
}

/** The row, or the one 404. */
export function found<Row>(row: Row | undefined | null): Row {
  return row ?? notHere()
}
