import { useState } from 'react'
import { LockOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { reopenOrder } from '@orderez/core/orders'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useApproval, type Approved } from '../approval/index.ts'
import { useNotices } from '../notices/index.ts'
import type { OrderView } from '../order/index.ts'
import { ReasonSheet } from './reason-sheet.tsx'
import { useBillCommand } from './use-bill-command.ts'

/** Takes a close back, with the reason; who may not alone has somebody stand for it. */
export function ReopenButton({ view }: { readonly view: OrderView }) {
  const { t } = useTranslation()
  const approval = useApproval('fact.reopened')
  const notices = useNotices()
  const run = useBillCommand(view.state.id)
  const [asking, setAsking] = useState(false)

  async function reopen(reason: string, { approver, within }: Approved): Promise<void> {
    const facts = await run((around) => {
      const state = around.find((one) => one.id === view.state.id)
      return state ? (context) => reopenOrder(state, { reason, approver }, within(context)) : null
    })
    if (facts) notices.say(t('pay.reopened'))
  }

  return (
    <>
      <Button
        size="large"
        className="w-full"
        data-testid={TEST_IDS.reopen}
        hint={approval.needed ? t('approval.needed') : undefined}
        onClick={() => setAsking(true)}
      >
        <LockOpen aria-hidden size={22} />
        {t('pay.reopen')}
      </Button>
      {asking ? (
        <ReasonSheet
          title={t('pay.reopen')}
          does={t('pay.reopen')}
          use="reopen"
          onReason={(reason) => {
            setAsking(false)
            approval.ask((approved) => void reopen(reason, approved))
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
      {approval.sheet}
    </>
  )
}
