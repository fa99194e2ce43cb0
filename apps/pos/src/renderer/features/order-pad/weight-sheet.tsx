import { useState } from 'react'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Money, Names, Quantity, Unit } from '@orderez/core/kernel'
import { priceOf } from '@orderez/core/kernel'
import { parseWeight } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Keypad } from '../../ui/keypad.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { Weight } from './cart-lines.ts'

/** "10000.000" */
const MOST_DIGITS = 9

type WeightSheetProps = {
  readonly names: Names
  readonly unit: Unit
  /** Of one whole unit, as the scales' figure is multiplied with it. */
  readonly price: Money
  readonly doneLabel: string
  readonly onClose: () => void
} & (
  | { readonly laterToo: true; readonly onWeight: (weight: Weight) => void }
  | { readonly laterToo?: false; readonly onWeight: (weight: Quantity) => void }
)

/** Asks what a dish weighs, and shows what that comes to. */
export function WeightSheet(props: WeightSheetProps) {
  const { names, unit, price, doneLabel, onClose } = props
  const { t } = useTranslation()
  const { name, money } = useWords()
  const [typed, setTyped] = useState('')
  const parsed = parseWeight(typed)
  const weight = parsed.ok ? parsed.value : null
  const unitName = t(`unit.${unit}`)
  /** A digit that would make no weight is not taken: a fourth decimal, a second point. */
  const type = (digits: string) => {
    const next = (typed + digits).slice(0, MOST_DIGITS)
    if (/^\d*(\.\d{0,3})?$/.test(next)) setTyped(next)
  }
  return (
    <Sheet title={name(names)} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.weightSheet}>
      <div className="flex flex-col gap-4">
        <p className="flex items-baseline gap-3">
          <span className="flex-1 text-ink-2">{t('order.pricePerUnit', { price: money(price), unit: unitName })}</span>
          <b className="text-2xl">{t('order.weight', { weight: typed === '' ? '0' : typed, unit: unitName })}</b>
        </p>
        <Keypad
          deleteLabel={t('keypad.delete')}
          extra="."
          onDigits={type}
          onDelete={() => setTyped(typed.slice(0, -1))}
        />
        <Button
          look="primary"
          size="large"
          data-testid={TEST_IDS.weightDone}
          disabled={weight === null}
          hint={weight === null ? undefined : money(priceOf(price, weight))}
          onClick={() => (weight === null ? null : props.onWeight(weight))}
        >
          {weight === null ? t('order.weightFirst') : doneLabel}
        </Button>
        {props.laterToo ? (
          <Button size="large" data-testid={TEST_IDS.weighLater} onClick={() => props.onWeight('later')}>
            <Scale aria-hidden size={20} />
            {t('order.weighLater')}
          </Button>
        ) : null}
      </div>
    </Sheet>
  )
}
