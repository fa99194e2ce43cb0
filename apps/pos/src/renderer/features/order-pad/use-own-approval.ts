import { useMemo } from 'react'
import type { PersonId } from '@orderez/core/kernel'
import { usePerson } from '../../state/index.ts'

/** What is ready needs a manager's word; a manager gives it by doing it. */
export function useOwnApproval(): { readonly approver?: PersonId } {
  const { person } = usePerson()
  return useMemo(() => (person.roles.includes('manager') ? { approver: person.id } : {}), [person])
}
