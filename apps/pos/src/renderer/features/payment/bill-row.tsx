import { useState } from 'react'
import { BadgePercent } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderClosed, type Bill, type BillLine } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import type { OrderView } from '../order/index.ts'
import { DiscountSheet } from './discount-sheet.tsx'
import { useGiveDiscount } from './use-give-discount.ts'

interface BillRowProps {
  readonly view: OrderView
  readonly share: Bill
  readonly line: BillLine
}

/** A dish on the bill. While the bill is open, a tap gives a discount on it alone. */
export function BillRow({ view, share, line }: BillRowProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const [discounting, setDiscounting] = useState(false)
  const discount = useGiveDiscount(view, share)
  const costs = line.amount > 0 && !orderClosed(view.state)
  const dish = name(line.line.content.names)
  const attributes = { 'data-testid': TEST_IDS.billLine, 'data-line': line.line.id, 'data-amount': line.amount }
  return (
    <li className={ofSet(line) ? 'pl-9 text-sm text-ink-2' : 'border-t border-line'}>
      {costs ? (
        <button
          type="button"
          {...attributes}
          data-on-paper
          onClick={() => setDiscounting(true)}
          className="press flex min-h-11 w-full items-center gap-3 py-2 text-left"
        >
          <LineText line={line} />
          <span className="sr-only">{t('pay.discountDish', { dish })}</span>
          <BadgePercent aria-hidden size={16} className="shrink-0 text-ink-3 print:hidden" />
        </button>
      ) : (
        <div {...attributes} className={ofSet(line) ? 'flex gap-3 pb-1' : 'flex min-h-11 items-center gap-3 py-2'}>
          <LineText line={line} />
        </div>
      )}
      {discounting ? (
        <DiscountSheet
          title={t('pay.discountDish', { dish })}
          due={line.amount}
          onClose={() => setDiscounting(false)}
          onGive={(method, reason) => {
            setDiscounting(false)
            discount.give(method, reason, [{ line: line.line.id, units: [...line.units] }])
          }}
        />
      ) : null}
      {discount.sheet}
    </li>
  )
}

/** The dishes of a set meal come below it and cost at most what the set adds for them. */
function ofSet({ line }: BillLine): boolean {
  return line.content.parent !== undefined
}

function LineText({ line }: { readonly line: BillLine }) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  const voided = line.units.length === 0
  return (
    <>
      <b className="min-w-6">{voided ? line.voidedUnits.length : line.units.length}</b>
      <span className="flex-1">
        <span className={voided ? 'line-through' : ''}>{name(line.line.content.names)}</span>
        {line.voidedUnits.length > 0 ? (
          <span className="block text-sm text-late">{t('pay.voided', { count: line.voidedUnits.length })}</span>
        ) : null}
        {line.compedUnits.length > 0 ? (
          <span className="block text-sm text-on-brand-soft">
            {t('pay.comped', { count: line.compedUnits.length })}
          </span>
        ) : null}
      </span>
      <span>{ofSet(line) && line.amount === 0 ? null : money(line.amount)}</span>
    </>
  )
}
