import { useRef, type ReactNode } from 'react'
import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { classNames } from './class-names.ts'
import { useSurface } from './surface.tsx'

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

/** A modal sheet from below: focus stays inside and goes back to where it was, Escape closes; a tap beside it does not, so nothing typed is lost. */
export function Sheet(props: SheetProps) {
  const { title, closeLabel, onClose, children, testId, label, wide = false, overMenu = false } = props
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open disablePointerDismissal onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal container={useSurface() ?? undefined}>
        <Dialog.Backdrop className={classNames('scrim', overMenu && 'sheet-over-menu')} />
        <Dialog.Viewport className={classNames('sheet-place', overMenu && 'sheet-over-menu')}>
          <Dialog.Popup
            ref={popup}
            data-testid={testId}
            {...(label === undefined ? {} : { 'aria-label': label, 'aria-labelledby': undefined })}
            // The sheet itself, unless something in it asked for the focus: a ring on the closing key would draw the eye there.
            initialFocus={() => (popup.current?.contains(document.activeElement) ? false : popup.current)}
            className={classNames(
              'sheet-in flex w-full flex-col rounded-t-xl bg-surface p-4 text-ink shadow-sheet',
              overMenu ? undefined : 'phone:rounded-xl',
              overMenu ? undefined : wide ? 'phone:max-w-4xl' : 'phone:max-w-xl',
            )}
          >
            <header className="mb-4 flex items-center gap-4">
              <Dialog.Title className="min-w-0 flex-1 text-xl font-bold">{title}</Dialog.Title>
              <Dialog.Close
                aria-label={closeLabel}
                className="press flex size-(--touch-step) shrink-0 items-center justify-center rounded-md border border-line-strong"
              >
                <X aria-hidden size={24} />
              </Dialog.Close>
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
