import type { Authority } from '@orderez/core/authority'
import { personSchema, roleSchema } from '@orderez/core/branch'
import type { PersonId } from '@orderez/core/kernel'
import { can } from '@orderez/core/staff'

/** Whether a person works here and has the right to change dishes, as the branch's records say now. */
export function mayEditDishes(authority: Pick<Authority, 'read' | 'list'>): (person: PersonId) => Promise<boolean> {
  return async (id) => {
    const [record] = await authority.read('branch', [id])
    const person = personSchema.safeParse(record)
    if (!person.success || !person.data.active || person.data.deleted) return false
    const roles = (await authority.list('branch', 'role')).flatMap((role) => roleSchema.safeParse(role).data ?? [])
    return can(person.data.roles, 'edit.dish', roles)
  }
}
