import { newId } from '../platform/ids.ts'
import { NOBODY, type Scope } from './scope.ts'

/** What every new row of a tenant begins with. */
export function newRow(scope: Scope): { tenantId: string; id: string; recordedAt: Date } {
  return { tenantId: scope.tenantId, id: newId(scope.now.getTime()), recordedAt: scope.now }
}

/** Who acts; the program itself is nobody. */
export function actorOf(scope: Scope): string | null {
  return scope.personId === NOBODY ? null : scope.personId
}
