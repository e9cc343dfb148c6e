import { z } from 'zod'

/** Whom one can be in the demo district, in the order of the page; each comes for something else. */
export const DEMO_CAST = [
  { key: 'maria', email: 'maria.alvarez@cedar-valley.example' },
  { key: 'tomas', email: 'tomas.reed@cedar-valley.example' },
  { key: 'lucia', email: 'lucia.ferro@cedar-valley.example' },
  { key: 'omar', email: 'omar.castillo@cedar-valley.example' },
  { key: 'dana', email: 'dana.whitfield@cedar-valley.example' },
  { key: 'ada', email: 'ada.moreau@cedar-valley.example' },
] as const

export type DemoKey = (typeof DEMO_CAST)[number]['key']

export const demoSignInForm = z.object({ person: z.enum(DEMO_CAST.map((one) => one.key)) })

/** One of the cast who is really there. */
export type DemoPerson = { key: DemoKey; identityPersonId: string; name: string }
