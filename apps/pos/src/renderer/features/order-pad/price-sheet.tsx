import { useState } from 'react'
import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cleanText, type Money, type Names } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SumKeypad, useTypedSum } from '../sum-entry/index.ts'

const MOST_DIGITS = 9
/** As a line's names may be (`namesSchema`). */
const MAX_NAME = 120

/** What was said: without a price it is set later. */
export interface SaidPrice {
  readonly price?: Money
  readonly named?: string
}

interface PriceSheetProps {
  readonly names: Names
  readonly doneLabel: string
  /** What is not on the menu needs a name first. */
  readonly asksName?: boolean
  /** Whether this person may say the price; who may not leaves it to somebody else. */
  readonly mayPrice: boolean
  readonly laterToo: boolean
  readonly onDone: (said: SaidPrice) => void
  readonly onClose: () => void
}

/** Asks for the price that the menu does not say, and for the name of what is not on it. */
export function PriceSheet({
  names,
  doneLabel,
  asksName = false,
  mayPrice,
  laterToo,
  onDone,
  onClose,
}: PriceSheetProps) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  const { typed, onTyped, sum: price } = useTypedSum()
  const [called, setCalled] = useState('')
  const named = cleanText(called, MAX_NAME).trim()
  const nameless = asksName && named === ''
  const said = asksName ? { named } : {}
  return (
    <Sheet title={name(names)} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.askedNumber}>
      <div className="flex flex-col gap-4">
        {asksName ? (
          <TextField
            label={t('order.itemName')}
            value={called}
            max={MAX_NAME}
            data-testid={TEST_IDS.itemName}
            onText={setCalled}
          />
        ) : null}
        {mayPrice ? (
          <>
            <p className="flex items-baseline">
              <span className="flex-1">{t(asksName ? 'order.itemPrice' : 'order.marketPrice')}</span>
              <b className="text-2xl">{price === null ? typed : money(price)}</b>
            </p>
            <SumKeypad typed={typed} mostDigits={MOST_DIGITS} onTyped={onTyped} />
            <Button
              look="primary"
              size="large"
              data-testid={TEST_IDS.priceDone}
              disabled={price === null || nameless}
              onClick={() => (price === null ? null : onDone({ ...said, price }))}
            >
              {nameless ? t('order.nameFirst') : price === null ? t('order.priceFirst') : doneLabel}
            </Button>
          </>
        ) : (
          <p className="text-ink-2">{t('order.priceByOthers')}</p>
        )}
        {laterToo ? (
          <Button
            size="large"
            look={mayPrice ? 'plain' : 'primary'}
            data-testid={TEST_IDS.priceLater}
            disabled={nameless}
            hint={nameless ? t('order.nameFirst') : undefined}
            onClick={() => onDone(said)}
          >
            <Clock aria-hidden size={20} />
            {t('order.priceLater')}
          </Button>
        ) : null}
      </div>
    </Sheet>
  )
}
