import { createContext, use } from 'react'
import { invariant } from '@orderez/core/kernel'

export interface Undoable {
  readonly text: string
  /** Runs when the time to take it back is over, when something else is done, or when the person leaves the screen. */
  readonly commit: () => void
  readonly undone?: () => void
  /** How long it can be taken back. */
  readonly forMs?: number
  /** On a button that does it at once, where waiting is a price: what is on its way to the kitchen. */
  readonly nowLabel?: string
}

export interface Notices {
  say(text: string): void
  offerUndo(undoable: Undoable): void
  /** Does now what could still be taken back: whoever leaves an order leaves it done. */
  settle(): void
}

export const NoticesContext = createContext<Notices | null>(null)

export function useNotices(): Notices {
  const notices = use(NoticesContext)
  invariant(notices, 'a screen outside the strip of notices')
  return notices
}
