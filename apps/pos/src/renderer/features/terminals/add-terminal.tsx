import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inviteTerminal, useTerminal, type Invitation } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useNow } from '../../ui/use-now.ts'
import { joinLinkOf } from './join-link.ts'
import { PinQuestion } from './pin-question.tsx'
import { QrPicture } from './qr-picture.tsx'
import './terminals.css'

const SECOND_MS = 1_000
const MINUTE_S = 60

/** A code for one more device: to scan, to type, to say; with the time that is left. */
export function AddTerminal({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { site } = useTerminal()
  const { person } = usePerson()
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  async function invite(pin: string): Promise<string | null> {
    const given = await inviteTerminal(site, person.id, pin)
    if (!given.ok) return given.code
    setInvitation(given.value)
    return null
  }
  return (
    <Sheet title={t('devices.add')} closeLabel={t('sheet.close')} onClose={onClose} wide={invitation !== null}>
      {invitation ? (
        <InvitationCard invitation={invitation} onAgain={() => setInvitation(null)} />
      ) : (
        <PinQuestion why={t('devices.addWhy')} action={t('devices.showCode')} onPin={invite} />
      )}
    </Sheet>
  )
}

interface InvitationCardProps {
  readonly invitation: Invitation
  readonly onAgain: () => void
}

function InvitationCard({ invitation, onAgain }: InvitationCardProps) {
  const { t } = useTranslation()
  const { now } = useTerminal()
  useNow()
  const left = Math.max(0, Math.ceil((invitation.expiresAt - now()) / SECOND_MS))
  const { code, trustAddress } = invitation
  if (left === 0) {
    return (
      <div className="flex flex-col gap-4">
        <Notice tone="wait">{t('devices.tooOld')}</Notice>
        <Button look="primary" size="large" onClick={onAgain}>
          {t('devices.newCode')}
        </Button>
      </div>
    )
  }
  return (
    <div className="flex flex-col items-center gap-6 phone:flex-row phone:items-start">
      <QrPicture text={joinLinkOf(invitation, window.location)} label={t('devices.qr')} />
      <div className="flex flex-1 flex-col gap-4">
        <p>{t('devices.scan')}</p>
        <p>
          <span className="block text-sm text-ink-2">{t('devices.orType')}</span>
          <span data-testid={TEST_IDS.joinCodeShown} className="join-code text-3xl font-bold">
            {code.slice(0, 4)}-{code.slice(4)}
          </span>
        </p>
        <p className="text-sm text-ink-2" role="timer">
          {t('devices.left', {
            minutes: Math.floor(left / MINUTE_S),
            seconds: String(left % MINUTE_S).padStart(2, '0'),
          })}
        </p>
        {trustAddress === null ? null : (
          <p className="text-sm text-ink-2">{t('devices.firstTrust', { address: `${trustAddress}/trust` })}</p>
        )}
      </div>
    </div>
  )
}
