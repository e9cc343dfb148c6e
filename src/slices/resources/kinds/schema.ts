/** The four kinds of instructional resource, in the order in which every board and chart shows them. */
export const KINDS = ['knowledge', 'tools', 'structures', 'relationships'] as const

export type Kind = (typeof KINDS)[number]

/** What a resource is for a goal in a period, in the order of growing; derived, never stored. */
export const STATES = ['unrecognized', 'recognized', 'generated', 'in_use', 'repurposed', 'well_used', 'retired'] as const

export type State = (typeof STATES)[number]

/** What stays visible of a life beside the state. */
export type Marks = { generated: boolean; repurposed: boolean }

/** Text that people wrote, by language. */
export type Said = Record<string, string>
