import { Send, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'

export interface ToastProps {
  readonly children: ReactNode
  readonly undoLabel?: string
  readonly onUndo?: () => void
  readonly testId?: string
  /** How long the bar runs. */
  readonly undoMs?: number
  /** Not to wait for the bar. */
  readonly now?: { readonly label: string; readonly testId: string; readonly onNow: () => void } | undefined
}

/** News in its own strip, with a way back for as long as the bar runs. */
export function Toast({ children, undoLabel, onUndo, testId, undoMs, now }: ToastProps) {
  return (
    <div
      role="status"
      aria-live="polite"
      className="relative overflow-hidden rounded-md bg-ink text-surface shadow-toast"
    >
      <div className="flex min-h-(--touch-line) items-center gap-2 px-4">
        <span className="min-w-0 flex-1 py-2">{children}</span>
        {now ? (
          <button
            type="button"
            data-testid={now.testId}
            onClick={now.onNow}
            className="press inline-flex min-h-(--touch-min) shrink-0 items-center gap-2 rounded-md px-4 font-bold"
          >
            <Send aria-hidden size={20} />
            {now.label}
          </button>
        ) : null}
        {onUndo ? (
          <button
            type="button"
            data-testid={testId}
            onClick={onUndo}
            className="press inline-flex min-h-(--touch-min) shrink-0 items-center gap-2 rounded-md px-4 font-bold"
          >
            <Undo2 aria-hidden size={20} />
            {undoLabel}
          </button>
        ) : null}
      </div>
      {onUndo ? (
        <span
          aria-hidden
          style={undoMs === undefined ? undefined : { animationDuration: `${undoMs}ms` }}
          className="undo-bar absolute bottom-0 left-0 h-1 w-full bg-brand-edge"
        />
      ) : null}
    </div>
  )
}
