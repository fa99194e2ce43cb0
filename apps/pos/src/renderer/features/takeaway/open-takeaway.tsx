import { useState } from 'react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { settingsOf } from '@orderez/core/branch'
import { useCan, usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useOpenOrder } from '../order/index.ts'
import { contactOf, emptyForm, wishOf, type TakeawayForm } from './takeaway-form.ts'
import { TakeawaySheet } from './takeaway-sheet.tsx'
import type { TakeawayType } from './takeaways.ts'

const TYPES = ['takeaway', 'delivery'] as const satisfies readonly TakeawayType[]

/** One key for each way in which orders leave the house here; its sheet opens the order. */
export function OpenTakeaway() {
  const { t } = useTranslation()
  const { branch } = usePerson()
  const can = useCan()
  const open = useOpenOrder()
  const [asking, setAsking] = useState<TakeawayType | null>(null)
  const { orderTypes } = settingsOf(branch)
  const allowed = can('fact.opened')

  function start(form: TakeawayForm): void {
    const { type, note } = form
    void open({ type, guests: 0, contact: contactOf(form), ...wishOf(form), note: note.trim() })
  }

  return (
    <>
      {TYPES.filter((type) => orderTypes[type].inUse).map((type) => (
        <Button
          key={type}
          className="grow px-2! whitespace-nowrap phone:px-4!"
          data-testid={TEST_IDS.openTakeaway}
          data-type={type}
          disabled={!allowed}
          hint={allowed ? undefined : t('command.right.missing')}
          onClick={() => setAsking(type)}
        >
          <Plus aria-hidden size={20} />
          {t(`takeaway.${type}`)}
        </Button>
      ))}
      {asking ? (
        <TakeawaySheet
          form={emptyForm(asking)}
          done={t('takeaway.start')}
          onDone={start}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  )
}
