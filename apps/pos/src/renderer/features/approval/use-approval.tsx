import { useState, type ReactNode } from 'react'
import type { Action } from '@orderez/core/staff'
import { usePerson, useCan } from '../../state/index.ts'
import { approvedBy, type Approved } from './approved.ts'
import { ApproverSheet } from './approver-sheet.tsx'

export type { Approved } from './approved.ts'

type Act = (approved: Approved) => void

interface Approval {
  /** The person may not do it alone. */
  readonly needed: boolean
  /** Acts at once where the person may; otherwise as soon as somebody who may has typed their PIN. */
  readonly ask: (act: Act) => void
  /** Where the approver is asked; belongs somewhere on the screen. */
  readonly sheet: ReactNode
}

/** What not everybody may do alone, and yet must not wait for a change of the person at the terminal. */
export function useApproval(action: Action): Approval {
  const { person, roles } = usePerson()
  const needed = !useCan()(action)
  const [waiting, setWaiting] = useState<{ readonly act: Act } | null>(null)
  return {
    needed,
    ask: (act) => (needed ? setWaiting({ act }) : act(approvedBy(person, roles))),
    sheet: waiting ? (
      <ApproverSheet
        action={action}
        onClose={() => setWaiting(null)}
        onApproved={(approver) => {
          setWaiting(null)
          waiting.act(approvedBy(approver, roles))
        }}
      />
    ) : null,
  }
}
