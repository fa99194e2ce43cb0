import { createContext, use } from 'react'
import { invariant } from '@orderez/core/kernel'

export interface Undoable {
  readonly text: string
  /** Runs when the time to take it back is over, when something else is done, or when the person leaves the screen. */
  readonly commit: () => void
  readonly undone?: () => void
}

export interface Notices {
  say(text: string): void
  offerUndo(undoable: Undoable): void
}

export const NoticesContext = createContext<Notices | null>(null)

export function useNotices(): Notices {
  const notices = use(NoticesContext)
  invariant(notices, 'a screen outside the strip of notices')
  return notices
}
