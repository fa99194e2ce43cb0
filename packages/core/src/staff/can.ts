import type { Role, RoleName } from '../branch/index.ts'
import type { Action } from './action.ts'
import { RIGHTS } from './rights.ts'

/** What a branch's role documents say beyond the usual rights. */
export type RoleRights = readonly Pick<Role, 'role' | 'rights' | 'deleted'>[]

/**
 * Whether one of a person's roles has the right. The one function that decides (DESIGN 8): asked by the terminal, to disable with a reason,
 * and by the server's door. A branch may give or take a right by a role document; a manager's right to write roles cannot be taken,
 * or nobody could give it back.
 */
export function can(roles: readonly RoleName[], action: Action, branch: RoleRights = []): boolean {
  return roles.some((role) => roleCan(role, action, branch))
}

function roleCan(role: RoleName, action: Action, branch: RoleRights): boolean {
  if (role === 'manager' && action === 'edit.role') return true
  const own = branch.find((document) => document.role === role && !document.deleted)
  const given = own && Object.hasOwn(own.rights, action) ? own.rights[action] : undefined
  return given ?? RIGHTS[action].includes(role)
}
