import { createContext, use } from 'react'
import type { Branch, Person, Role } from '@orderez/core/branch'
import { invariant } from '@orderez/core/kernel'
import { can, type Action } from '@orderez/core/staff'

interface SignedIn {
  readonly person: Person
  readonly branch: Branch
  readonly roles: readonly Role[]
}

export const PersonContext = createContext<SignedIn | null>(null)

/** The person who holds the terminal and the branch they work in. */
export function usePerson(): SignedIn {
  const signedIn = use(PersonContext)
  invariant(signedIn, 'a screen before the sign-in')
  return signedIn
}

/** Whether the person may; the server's door asks the same function. */
export function useCan(): (action: Action) => boolean {
  const { person, roles } = usePerson()
  return (action) => can(person.roles, action, roles)
}
