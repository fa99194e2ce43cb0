import { useTranslation } from 'react-i18next'
import type { Terminal } from '@orderez/core/branch'
import { revokeTerminal, useTerminal } from '../../data/index.ts'
import { usePerson } from '../../state/index.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { PinQuestion } from './pin-question.tsx'

interface RevokeTerminalProps {
  readonly terminal: Terminal
  readonly onClose: () => void
}

/** Shuts a device out that was lost or sold. */
export function RevokeTerminal({ terminal, onClose }: RevokeTerminalProps) {
  const { t } = useTranslation()
  const { site } = useTerminal()
  const { person } = usePerson()
  const name = `${terminal.letters} ${terminal.name}`
  async function revoke(pin: string): Promise<string | null> {
    const revoked = await revokeTerminal(site, terminal.id, { person: person.id, pin })
    if (!revoked.ok) return revoked.code
    onClose()
    return null
  }
  return (
    <Sheet title={t('devices.revokeTitle', { name })} closeLabel={t('sheet.close')} onClose={onClose}>
      <PinQuestion why={t('devices.revokeWhy')} action={t('devices.revoke')} onPin={revoke} />
    </Sheet>
  )
}
