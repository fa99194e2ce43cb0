import { useTranslation } from 'react-i18next'
import { Stepper } from '../../ui/stepper.tsx'

interface SizedStepperProps {
  readonly label: string
  readonly value: number
  readonly onStep: (by: 1 | -1) => void
}

/** A number with its name, changed step by step. */
export function SizedStepper({ label, value, onStep }: SizedStepperProps) {
  const { t } = useTranslation()
  return (
    <div className="flex items-center justify-between gap-2">
      <span className="text-sm text-ink-2">{label}</span>
      <Stepper
        value={value}
        lessLabel={t('edits.less', { what: label })}
        moreLabel={t('edits.more', { what: label })}
        onLess={() => onStep(-1)}
        onMore={() => onStep(1)}
      />
    </div>
  )
}
