import type { Person, Role } from '@orderez/core/branch'
import type { PersonId } from '@orderez/core/kernel'
import type { CommandContext } from '@orderez/core/orders'
import { actionOfFact, can } from '@orderez/core/staff'

/** Who stands for something that not everybody may do. */
export interface Approved {
  readonly approver: PersonId
  /** Where the approver's rights count beside those of the person who commands, as they do at the server's door. */
  within(context: CommandContext): CommandContext
}

export function approvedBy(approver: Pick<Person, 'id' | 'roles'>, rights: readonly Role[]): Approved {
  return {
    approver: approver.id,
    within: (context) => ({
      ...context,
      may: (kind) => context.may(kind) || can(approver.roles, actionOfFact(kind), rights),
    }),
  }
}
