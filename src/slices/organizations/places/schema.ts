import { z } from 'zod'
import { LANGUAGES } from '../../../messages/text.ts'
import { line, version } from '../../../web/fields.ts'

const ZONES: ReadonlySet<string> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])

export const tenantForm = z.object({
  name: line(120),
  timeZone: z.string().refine((zone) => ZONES.has(zone), 'organizations.zone_expected'),
  mainLanguage: z.enum(LANGUAGES),
  version,
})

export type TenantForm = z.output<typeof tenantForm>
