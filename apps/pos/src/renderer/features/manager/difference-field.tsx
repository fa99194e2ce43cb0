import { useState } from 'react'
import type { Money } from '@orderez/core/kernel'
import { parseDifference, priceText } from '@orderez/core/menu'
import { usePerson } from '../../state/index.ts'
import { RateField } from '../document-edits/index.ts'

interface DifferenceFieldProps {
  readonly label: string
  readonly amount: Money
  readonly onAmount: (amount: Money) => void
  readonly onTyping: (isWrong: boolean) => void
  /** Where only more can be asked, as for a dish of a set meal. */
  readonly notLess?: boolean
}

/** What something adds to a price, as it is typed. */
export function DifferenceField({ label, amount, onAmount, onTyping, notLess = false }: DifferenceFieldProps) {
  const { currency } = usePerson().branch
  const [typed, setTyped] = useState(amount === 0 ? '' : priceText(amount, currency))
  const read = (text: string) => {
    const parsed = parseDifference(text, currency)
    return parsed.ok && !(notLess && parsed.value < 0) ? parsed.value : null
  }
  return (
    <RateField
      label={label}
      typed={typed}
      isValid={read(typed) !== null}
      onTyped={(text) => {
        setTyped(text)
        const next = read(text)
        onTyping(next === null)
        if (next !== null) onAmount(next)
      }}
    />
  )
}
