import type { ReactNode } from 'react'
import { TEST_IDS } from '../../test-ids.ts'
import { TextField } from '../../ui/text-field.tsx'

interface RateFieldProps {
  readonly label: ReactNode
  readonly typed: string
  readonly isValid: boolean
  readonly onTyped: (text: string) => void
}

/** A rate in percent, or an amount, as it is typed. */
export function RateField({ label, typed, isValid, onTyped }: RateFieldProps) {
  return (
    <TextField
      label={label}
      max={20}
      inputMode="decimal"
      data-testid={TEST_IDS.settingsRate}
      invalid={!isValid}
      value={typed}
      onText={onTyped}
    />
  )
}
