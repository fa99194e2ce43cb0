import { useEffect, useRef, type ReactNode } from 'react'
import { X } from 'lucide-react'
import { classNames } from './class-names.ts'

export interface SheetProps {
  readonly title: ReactNode
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
  readonly testId?: string
  readonly wide?: boolean
  /** What it is called where the title is more than text. */
  readonly label?: string
  /** Over the menu only: on a tablet the slip beside it stays in sight. */
  readonly overMenu?: boolean
}

/** A modal sheet from below: the browser's own dialog keeps focus inside and closes on Escape. */
export function Sheet(props: SheetProps) {
  const { title, closeLabel, onClose, children, testId, wide = false, overMenu = false } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (!element || element.open) return
    element.showModal()
    return () => element.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      data-testid={testId}
      aria-label={props.label ?? (typeof title === 'string' ? title : undefined)}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className={classNames(
        'sheet-in flex max-h-[90dvh] flex-col bg-surface p-4 text-ink shadow-sheet backdrop:bg-scrim',
        overMenu ? 'sheet-over-menu' : 'm-auto mb-0 w-full rounded-t-xl phone:mb-auto phone:rounded-xl',
        overMenu ? undefined : wide ? 'phone:max-w-4xl' : 'phone:max-w-xl',
      )}
    >
      <header className="mb-4 flex items-center gap-4">
        <h2 className="min-w-0 flex-1 text-xl font-bold">{title}</h2>
        <button
          type="button"
          aria-label={closeLabel}
          onClick={onClose}
          className="press flex size-(--touch-step) items-center justify-center rounded-md border border-line-strong"
        >
          <X aria-hidden size={24} />
        </button>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </dialog>
  )
}
