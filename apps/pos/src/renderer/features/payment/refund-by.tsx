import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'

export type RefundWay = 'lines' | 'sum'

interface RefundByProps {
  readonly by: RefundWay
  readonly onBy: (by: RefundWay) => void
}

/** For dishes, or a sum. */
export function RefundBy({ by, onBy }: RefundByProps) {
  const { t } = useTranslation()
  return (
    <Choice
      label={t('pay.refundWhat')}
      unseenLabel
      columns={2}
      optionId={TEST_IDS.refundBy}
      value={by}
      options={[
        { value: 'lines', label: t('pay.refundLines') },
        { value: 'sum', label: t('pay.refundSum') },
      ]}
      onChoose={onBy}
    />
  )
}
