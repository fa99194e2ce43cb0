import { useTranslation } from 'react-i18next'
import { usePerson } from '../../state/index.ts'
import { Keypad } from '../../ui/keypad.tsx'

const MOST_DIGITS = 12

interface SumKeypadProps {
  readonly typed: string
  readonly mostDigits?: number
  readonly onTyped: (text: string) => void
}

/** Types a sum of the branch's currency: with a point where it has one, else with two noughts at once. */
export function SumKeypad({ typed, mostDigits = MOST_DIGITS, onTyped }: SumKeypadProps) {
  const { t } = useTranslation()
  const { branch } = usePerson()
  return (
    <Keypad
      deleteLabel={t('keypad.delete')}
      extra={branch.currency.exponent > 0 ? '.' : '00'}
      onDigits={(digits) => onTyped((typed + digits).slice(0, mostDigits))}
      onDelete={() => onTyped(typed.slice(0, -1))}
    />
  )
}
