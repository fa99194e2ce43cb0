import {
  Banknote,
  CreditCard,
  Ellipsis,
  MessageSquare,
  Ticket,
  Wallet,
  WalletCards,
  type LucideIcon,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Tender } from '@orderez/core/orders'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'

const ICONS: { readonly [T in Tender]: LucideIcon } = {
  cash: Banknote,
  card: CreditCard,
  wechat: MessageSquare,
  alipay: Wallet,
  member: WalletCards,
  voucher: Ticket,
  other: Ellipsis,
}

interface TenderChoiceProps {
  readonly tenders: readonly Tender[]
  readonly chosen: Tender
  readonly onTender: (tender: Tender) => void
}

/** The ways to pay that the branch takes. */
export function TenderChoice({ tenders, chosen, onTender }: TenderChoiceProps) {
  const { t } = useTranslation()
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-bold">{t('pay.how')}</h2>
      <div className="grid grid-cols-2 gap-2 phone:grid-cols-3">
        {tenders.map((each) => {
          const Icon = ICONS[each]
          return (
            <Button
              key={each}
              size="large"
              className="pay-tender capitalize"
              look={each === chosen ? 'chosen' : 'plain'}
              aria-pressed={each === chosen}
              data-testid={TEST_IDS.tender}
              data-tender={each}
              onClick={() => onTender(each)}
            >
              <Icon aria-hidden size={22} className="shrink-0" />
              {t(`tender.${each}`)}
            </Button>
          )
        })}
      </div>
    </section>
  )
}
