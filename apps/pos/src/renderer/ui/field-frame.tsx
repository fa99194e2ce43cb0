import type { ReactNode } from 'react'
import { Field } from '@base-ui/react/field'
import { TriangleAlert } from 'lucide-react'
import { classNames } from './class-names.ts'

/** How a field looks, whatever is typed or chosen in it. */
export const FIELD_LOOK =
  'min-h-(--touch-line) w-full min-w-0 rounded-md border border-line-strong bg-raised px-4 text-lg data-invalid:border-late data-disabled:border-idle-edge data-disabled:bg-idle-soft data-disabled:text-on-idle-soft'

export interface FieldNotes {
  readonly label: ReactNode
  /** What to know before filling it in. */
  readonly hint?: ReactNode
  /** What is wrong with what stands in it. */
  readonly error?: ReactNode
}

export interface FieldFrameProps extends FieldNotes {
  readonly invalid?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** The label beside the control instead of above it. */
  readonly inRow?: boolean
  /** The control is a button: its label is text, and a tap on it does not open anything. */
  readonly ofButton?: boolean
  readonly children: ReactNode
}

/** A control with its label, its hint and its error; a screen reader hears all three with it. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, hint, error, invalid = false, disabled = false, inRow = false, ofButton = false, children } = props
  const name = 'text-sm text-ink-2'
  return (
    <Field.Root invalid={invalid || error !== undefined} disabled={disabled} className="flex min-w-0 flex-col gap-1">
      <span className={classNames('flex', inRow ? 'items-center justify-between gap-2' : 'flex-col gap-1')}>
        {ofButton ? (
          <Field.Label nativeLabel={false} render={<span />} className={name}>
            {label}
          </Field.Label>
        ) : (
          <Field.Label className={name}>{label}</Field.Label>
        )}
        {children}
      </span>
      {hint === undefined ? null : <Field.Description className="text-xs text-ink-2">{hint}</Field.Description>}
      {error === undefined ? null : (
        <Field.Error match className="flex items-center gap-1 text-xs text-late">
          <TriangleAlert aria-hidden size={16} className="shrink-0" />
          {error}
        </Field.Error>
      )}
    </Field.Root>
  )
}
