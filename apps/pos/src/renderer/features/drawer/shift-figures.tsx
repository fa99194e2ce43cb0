import { useTranslation } from 'react-i18next'
import type { Money } from '@orderez/core/kernel'
import type { ShiftReport } from '@orderez/core/shifts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'

interface ShiftFiguresProps {
  readonly report: ShiftReport
  /** Before the count: what has to be there is not told, or it would not be a count. */
  readonly blind?: boolean
}

export function ShiftFigures({ report, blind = false }: ShiftFiguresProps) {
  const { t } = useTranslation()
  const { difference } = report
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-1 tabular-nums">
      <Figure label={t('drawer.float')} sum={report.float} />
      {[...report.tenders]
        .filter(([tender]) => !blind || tender !== 'cash')
        .map(([tender, sum]) => (
          <Figure key={tender} label={t(`tenderName.${tender}`)} sum={sum} />
        ))}
      {report.tips > 0 && !blind ? (
        <Figure label={t('drawer.tips')} sum={report.tips} testId={TEST_IDS.drawerTips} />
      ) : null}
      <Figure label={t('drawer.cashIn')} sum={report.paidIn} />
      <Figure label={t('drawer.cashOut')} sum={report.paidOut} />
      {blind ? null : (
        <>
          <Figure label={t('drawer.refunds')} sum={report.cashRefunded} />
          <Figure label={t('drawer.expected')} sum={report.expected} />
        </>
      )}
      {difference === null ? null : (
        <Figure
          label={t(difference === 0 ? 'drawer.right' : difference > 0 ? 'drawer.over' : 'drawer.short')}
          sum={Math.abs(difference)}
          testId={TEST_IDS.drawerDifference}
        />
      )}
    </dl>
  )
}

function Figure({ label, sum, testId }: { readonly label: string; readonly sum: Money; readonly testId?: string }) {
  const { money } = useWords()
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-right font-bold" data-testid={testId} data-amount={sum}>
        {money(sum)}
      </dd>
    </>
  )
}
