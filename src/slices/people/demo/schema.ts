import { z } from 'zod'

/** Whom one can be in the demo district, in the order of the page; each comes for something else. */
export const DEMO_CAST = [
  { key: 'maria', account: 'maria.alvarez' },
  { key: 'paula', account: 'paula.nyberg' },
  { key: 'tomas', account: 'tomas.reed' },
  { key: 'noor', account: 'noor.haddad' },
  { key: 'lucia', account: 'lucia.ferro' },
  { key: 'ben', account: 'ben.okoro' },
  { key: 'kofi', account: 'kofi.bright' },
  { key: 'ana', account: 'ana.beltran' },
  { key: 'rosa', account: 'rosa.delgado' },
  { key: 'omar', account: 'omar.castillo' },
  { key: 'dana', account: 'dana.whitfield' },
  { key: 'ruth', account: 'ruth.okafor' },
  { key: 'ada', account: 'ada.moreau' },
] as const

export type DemoKey = (typeof DEMO_CAST)[number]['key']

export const demoSignInForm = z.object({ person: z.enum(DEMO_CAST.map((one) => one.key)) })

/** One of the cast who is really there. */
export type DemoPerson = { key: DemoKey; identityPersonId: string; name: string }
