import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { settingsOf, type DiscountPreset } from '@orderez/core/branch'
import type { Money } from '@orderez/core/kernel'
import type { DiscountRequest } from '@orderez/core/payments'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { planDiscount } from './discount-plan.ts'
import { ReasonChoice } from './reason-choice.tsx'

type Method = DiscountRequest['method']

const MOST_DIGITS = 12
const PPM_OF_PERCENT = 10_000

/** A preset stands until something is typed. */
interface Choice {
  readonly preset?: DiscountPreset
  readonly type: Method['type']
  readonly typed: string
}

interface DiscountSheetProps {
  readonly title: string
  readonly due: Money
  readonly onGive: (method: Method, reason: string) => void
  readonly onClose: () => void
}

/** A preset, or a percentage or sum by keypad; and why. */
export function DiscountSheet({ title, due, onGive, onClose }: DiscountSheetProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const [choice, setChoice] = useState<Choice>({ type: 'percent', typed: '' })
  const [reason, setReason] = useState('')
  const method = choice.preset ? choice.preset.method : planDiscount(choice.typed, choice.type, due, branch.currency)
  const what = method && (method.type === 'percent' ? `${method.ratePpm / PPM_OF_PERCENT}%` : money(method.amount))
  const ready = reason.trim() !== ''
  return (
    <Sheet title={title} closeLabel={t('sheet.close')} onClose={onClose} wide>
      <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">
        <div className="flex flex-col gap-4">
          <Presets chosen={choice.preset} onPreset={(preset) => setChoice({ ...choice, preset })} />
          <ReasonChoice use="discount" reason={reason} onReason={setReason} />
        </div>
        <TypedDiscount choice={choice} what={what} onChoice={setChoice} />
        <Button
          look="primary"
          size="large"
          className="phone:col-span-2"
          data-testid={TEST_IDS.billConfirm}
          disabled={!method || !ready}
          onClick={() => (method ? onGive(method, reason.trim()) : undefined)}
        >
          {what === null ? t('pay.discountMissing') : ready ? t('pay.discountGive', { what }) : t('pay.reasonMissing')}
        </Button>
      </div>
    </Sheet>
  )
}

interface TypedDiscountProps {
  readonly choice: Choice
  readonly what: string | null
  readonly onChoice: (choice: Choice) => void
}

function TypedDiscount({ choice: { preset, type, typed }, what, onChoice }: TypedDiscountProps) {
  const { t } = useTranslation()
  const { branch } = usePerson()
  const onTyped = (text: string) => onChoice({ type, typed: text.slice(0, MOST_DIGITS) })
  return (
    <div className="flex flex-col gap-2">
      <Choice
        label={t('pay.discountKind')}
        unseenLabel
        columns={2}
        optionId={TEST_IDS.discountType}
        value={preset ? null : type}
        options={[
          { value: 'percent', label: t('pay.percent') },
          { value: 'amount', label: t('pay.sum') },
        ]}
        onChoose={(each) => each !== null && onChoice({ type: each, typed })}
      />
      <p className="text-right text-3xl font-bold">{what ?? (typed === '' ? '0' : typed)}</p>
      <Keypad
        deleteLabel={t('keypad.delete')}
        extra={type === 'percent' || branch.currency.exponent > 0 ? '.' : '00'}
        onDigits={(digits) => onTyped(typed + digits)}
        onDelete={() => onTyped(typed.slice(0, -1))}
      />
    </div>
  )
}

interface PresetsProps {
  readonly chosen: DiscountPreset | undefined
  readonly onPreset: (preset: DiscountPreset) => void
}

function Presets({ chosen, onPreset }: PresetsProps) {
  const { name } = useWords()
  const { branch } = usePerson()
  return (
    <div className="grid grid-cols-2 gap-2">
      {settingsOf(branch).discounts.map((preset) => (
        <Button
          key={preset.id}
          size="large"
          look={preset.id === chosen?.id ? 'chosen' : 'plain'}
          aria-pressed={preset.id === chosen?.id}
          data-testid={TEST_IDS.discountPreset}
          onClick={() => onPreset(preset)}
        >
          {name(preset.names)}
        </Button>
      ))}
    </div>
  )
}
