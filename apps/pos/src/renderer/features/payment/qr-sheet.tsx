import { CircleCheckBig, CircleHelp, CircleX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { orderNumberText, type PaymentRecord, type PaymentState } from '@orderez/core/orders'
import { isQrTender, payCode, setPaymentState } from '@orderez/core/payments'
import { useCan, usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useNotices } from '../notices/index.ts'
import type { OrderView } from '../order/index.ts'
import { PayCodeField } from './pay-code-field.tsx'
import { QrCode } from './qr-code.tsx'
import { useBillCommand } from './use-bill-command.ts'

interface QrSheetProps {
  readonly view: OrderView
  readonly payment: PaymentRecord
  readonly onClose: () => void
}

/** A payment on its way: the guest's code, and what became of it. Closed without an answer, it goes on waiting. */
export function QrSheet({ view, payment, onClose }: QrSheetProps) {
  const { t } = useTranslation()
  const { money } = useWords()
  const { branch } = usePerson()
  const allowed = useCan()('fact.paymentStateSet')
  const run = useBillCommand(view.state.id)
  const notices = useNotices()
  const { tender, tendered: sum } = payment
  const reference = orderNumberText(view.state.opening?.number)
  const code = isQrTender(tender)
    ? payCode(branch.payCodes, { tender, sum, currency: branch.currency, reference })
    : null
  const unknown = payment.state === 'unknown'

  async function become(state: PaymentState): Promise<void> {
    const facts = await run((around) => {
      const host = around.find(({ id }) => id === view.state.id)
      return host ? (context) => setPaymentState(host, { payment: payment.payment, state }, context) : null
    })
    if (!facts) return
    onClose()
    if (state === 'failed') notices.say(t('pay.qrNotPaid', { tender: t(`tender.${tender}`) }))
  }

  return (
    <Sheet title={t('pay.qrTitle', { tender: t(`tender.${tender}`) })} closeLabel={t('sheet.close')} onClose={onClose}>
      <div className="flex flex-col items-center gap-4" data-testid={TEST_IDS.qrSheet} data-state={payment.state}>
        <p className="text-4xl font-bold">{money(sum)}</p>
        <p className="text-ink-2">
          {t('pay.qrOf', { number: reference })}
          {payment.tip > 0 ? ` · ${t('pay.withTip', { tip: money(payment.tip) })}` : null}
        </p>
        {unknown ? <Notice tone="wait">{t('pay.checkProvider')}</Notice> : null}
        {code === null ? (
          isQrTender(tender) ? (
            <PayCodeField tender={tender} />
          ) : null
        ) : (
          <QrCode text={code} label={t('pay.qrScan')} testId={TEST_IDS.qrCode} />
        )}
        {allowed ? null : <p className="text-late">{t('command.right.missing')}</p>}
        <div className="grid w-full grid-cols-1 gap-2 phone:grid-cols-3">
          <Button
            size="large"
            look="primary"
            data-testid={TEST_IDS.qrState}
            data-state="confirmed"
            disabled={!allowed}
            onClick={() => void become('confirmed')}
          >
            <CircleCheckBig aria-hidden size={22} />
            {t('pay.qrConfirmed')}
          </Button>
          <Button
            size="large"
            look="danger"
            data-testid={TEST_IDS.qrState}
            data-state="failed"
            disabled={!allowed}
            onClick={() => void become('failed')}
          >
            <CircleX aria-hidden size={22} />
            {t('pay.qrFailed')}
          </Button>
          <Button
            size="large"
            data-testid={TEST_IDS.qrState}
            data-state="unknown"
            disabled={!allowed || unknown}
            onClick={() => void become('unknown')}
          >
            <CircleHelp aria-hidden size={22} />
            {t('pay.qrUnknown')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
