/** A school in one line for those who support it: what it works on and how much of what it has is in use. */
export type SchoolLine = {
  slug: string
  name: string
  goal: string | undefined
  goalState: string | undefined
  resources: number
  inUse: number
  lastOn: Date | null
}
