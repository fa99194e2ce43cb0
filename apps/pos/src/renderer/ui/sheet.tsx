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
}

/** A modal sheet from below: the browser's own dialog keeps focus inside and closes on Escape. */
export function Sheet({ title, closeLabel, onClose, children, testId, wide = false }: SheetProps) {
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
      aria-label={typeof title === 'string' ? title : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className={classNames(
        'sheet-in m-auto mb-0 flex max-h-[90dvh] w-full flex-col rounded-t-xl bg-surface p-4 text-ink shadow-sheet backdrop:bg-scrim phone:mb-auto phone:rounded-xl',
        wide ? 'phone:max-w-4xl' : 'phone:max-w-xl',
      )}
    >
      <header className="mb-4 flex items-center gap-4">
        <h2 className="flex-1 text-xl font-bold">{title}</h2>
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
