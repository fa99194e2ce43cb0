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
import { Choice } from '../../ui/choice.tsx'

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
    <Choice
      label={<span className="text-base font-bold text-ink">{t('pay.how')}</span>}
      columns={3}
      large
      optionId={TEST_IDS.tender}
      value={chosen}
      options={tenders.map((each) => {
        const Icon = ICONS[each]
        return {
          value: each,
          label: (
            <>
              <Icon aria-hidden size={22} className="shrink-0" />
              {t(`tenderName.${each}`)}
            </>
          ),
        }
      })}
      onChoose={onTender}
    />
  )
}
