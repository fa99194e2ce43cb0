import { Delete } from 'lucide-react'

const DIGITS = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const

export interface KeypadProps {
  readonly deleteLabel: string
  readonly onDigits: (digits: string) => void
  readonly onDelete: () => void
  /** The key beside the zero; a PIN needs none. */
  readonly extra?: '.' | '00'
}

export function Keypad({ deleteLabel, onDigits, onDelete, extra }: KeypadProps) {
  const key = 'press flex min-h-(--touch-key) items-center justify-center rounded-md bg-sunken text-2xl'
  return (
    <div className="grid grid-cols-3 gap-2">
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
