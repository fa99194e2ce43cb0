import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '@orderez/core/branch'
import { can, type Action } from '@orderez/core/staff'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { PinPad, prepareVerifying } from '../sign-in/index.ts'

interface ApproverSheetProps {
  readonly action: Action
  readonly onApproved: (approver: Person) => void
  readonly onClose: () => void
}

/** Somebody who has the right gives their word with their own PIN; the terminal stays with the person who holds it. */
export function ApproverSheet({ action, onApproved, onClose }: ApproverSheetProps) {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const { roles } = usePerson()
  const people = useLive(queries.branch)?.people.filter((each) => each.active && can(each.roles, action, roles)) ?? []
  const [chosen, setChosen] = useState<Person | null>(null)
  useEffect(prepareVerifying, [])
  const approver = chosen ?? (people.length === 1 ? people[0] : undefined)
  return (
    <Sheet title={t('approval.title')} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.approval}>
      {approver ? (
        <PinPad
          person={approver}
          onRight={() => onApproved(approver)}
          onBack={chosen ? () => setChosen(null) : onClose}
        />
      ) : (
        <div className="flex flex-col gap-2">
          <p className="text-ink-2">{t('approval.who')}</p>
          {people.map((each) => (
            <Button
              key={each.id}
              size="large"
              data-testid={TEST_IDS.approver}
              data-sign-in={each.signIn}
              onClick={() => setChosen(each)}
            >
              {each.name}
            </Button>
          ))}
          {people.length === 0 ? <Notice tone="wait">{t('approval.nobody')}</Notice> : null}
        </div>
      )}
    </Sheet>
  )
}
