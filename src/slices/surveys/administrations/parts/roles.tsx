import { usePage } from '../../../../ui/page-context.tsx'
import type { Survey } from '../schema.ts'

/** The roles that are asked, as a phrase. */
export function Roles({ roles }: { roles: Survey['roles'] }) {
  const { text, format, language } = usePage()
  const word = (role: Survey['roles'][number], at: number) =>
    at === 0 ? text(`surveys.role_${role}`) : text(`surveys.role_${role}`).toLocaleLowerCase(language)
  return <>{format.list(roles.map(word))}</>
}
