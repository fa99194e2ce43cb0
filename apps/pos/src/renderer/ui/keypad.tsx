import { useEffect, useEffectEvent, useRef } from 'react'
import { Delete } from 'lucide-react'

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const

export interface KeypadProps {
  readonly deleteLabel: string
  readonly onDigits: (digits: string) => void
  readonly onDelete: () => void
  /** The key beside the zero; a PIN needs none. */
  readonly extra?: '.' | '00'
}

/** Keys on the screen; those of a keyboard do the same, wherever the focus is. */
export function Keypad({ deleteLabel, onDigits, onDelete, extra }: KeypadProps) {
  const pad = useRef<HTMLDivElement>(null)
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!pad.current || !isFor(pad.current, event)) return
    if (/^\d$/.test(event.key) || (event.key === '.' && extra === '.')) onDigits(event.key)
    else if (event.key === 'Backspace') onDelete()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  const key = 'press flex min-h-(--touch-key) items-center justify-center rounded-md bg-sunken text-2xl'
  return (
    <div ref={pad} className="grid grid-cols-3 gap-2">
      {[...DIGITS, extra, '0'].map((digits) =>
        digits === undefined ? (
          <span key="none" />
        ) : (
          <button key={digits} type="button" className={key} onClick={() => onDigits(digits)}>
            {digits}
          </button>
        ),
      )}
      <button type="button" aria-label={deleteLabel} className={key} onClick={onDelete}>
        <Delete aria-hidden size={28} />
      </button>
    </div>
  )
}

/** Not for a pad behind an open sheet, nor where somebody types into a field. */
function isFor(pad: HTMLElement, { target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return false
  const sheets = [...document.querySelectorAll('[role="dialog"]')]
  return sheets.length === 0 || sheets.some((sheet) => sheet.contains(pad))
}
