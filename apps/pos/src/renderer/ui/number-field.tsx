import { useState } from 'react'
import { NumberField as Parts } from '@base-ui/react/number-field'
import { Minus, Plus } from 'lucide-react'
import { FieldFrame, type FieldNotes } from './field-frame.tsx'

export interface NumberFieldProps extends FieldNotes {
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly lessLabel: string
  readonly moreLabel: string
  /** When a key is let go, or the field is left: a whole number within the limits. True: it will come back as the value. */
  readonly onValue: (value: number) => unknown
  /** It may stay empty; without this, emptying it brings the number back. */
  readonly onEmpty?: () => unknown
  readonly disabled?: boolean
  readonly testId?: string
  readonly inRow?: boolean
}

const KEY =
  'press inline-flex size-(--touch-step) shrink-0 items-center justify-center rounded-md data-disabled:text-ink-3'

/** A whole number: typed, or stepped by keys that go on while they are held, by the arrows, Home and End. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, value, min, max, step = 1, onValue, onEmpty, disabled, testId, inRow = false } = props
  // What is being typed or stepped, until another value than it began with arrives: a write takes a moment.
  const [draft, setDraft] = useState<{ readonly over: number | null; readonly now: number | null } | null>(null)
  const shown = draft?.over === value ? draft.now : value
  async function commit(next: number | null): Promise<void> {
    const isTaken = await (next === null ? onEmpty?.() : onValue(next))
    if (isTaken !== true) setDraft(null)
  }
  return (
    <FieldFrame label={label} hint={hint} error={error} disabled={disabled} inRow={inRow}>
      <Parts.Root
        value={shown}
        min={min}
        max={max}
        step={step}
        format={{ maximumFractionDigits: 0, useGrouping: false }}
        onValueChange={(now) => setDraft({ over: value, now })}
        onValueCommitted={(next) => void commit(next)}
      >
        <Parts.Group className="inline-flex items-center rounded-md border border-line-strong bg-raised data-invalid:border-late data-disabled:border-idle-edge data-disabled:bg-idle-soft">
          <Parts.Decrement aria-label={props.lessLabel} className={KEY}>
            <Minus aria-hidden size={20} />
          </Parts.Decrement>
          <Parts.Input
            data-testid={testId}
            className="min-h-(--touch-step) w-20 min-w-0 flex-1 rounded-sm bg-transparent text-center text-lg font-bold"
          />
          <Parts.Increment aria-label={props.moreLabel} className={KEY}>
            <Plus aria-hidden size={20} />
          </Parts.Increment>
        </Parts.Group>
      </Parts.Root>
    </FieldFrame>
  )
}
