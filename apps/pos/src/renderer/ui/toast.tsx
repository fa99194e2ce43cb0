import { Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'

export interface ToastProps {
  readonly children: ReactNode
  readonly undoLabel?: string
  readonly onUndo?: () => void
  readonly testId?: string
}

/** News in its own strip, with a way back for as long as the bar runs. */
export function Toast({ children, undoLabel, onUndo, testId }: ToastProps) {
  return (
    <div
      role="status"
      aria-live="polite"
      className="relative overflow-hidden rounded-md bg-ink text-surface shadow-toast"
    >
      <div className="flex min-h-(--touch-line) items-center gap-4 px-4">
        <span className="flex-1">{children}</span>
        {onUndo ? (
          <button
            type="button"
            data-testid={testId}
            onClick={onUndo}
            className="press inline-flex min-h-(--touch-min) items-center gap-2 rounded-md px-4 font-bold"
          >
            <Undo2 aria-hidden size={20} />
            {undoLabel}
          </button>
        ) : null}
      </div>
      {onUndo ? <span aria-hidden className="undo-bar absolute bottom-0 left-0 h-1 w-full bg-brand-edge" /> : null}
    </div>
  )
}
