import { useState } from 'react'
import { MonitorSmartphone, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Terminal } from '@orderez/core/branch'
import { useLive, useTerminal } from '../../data/index.ts'
import { usePerson, useUi } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { BackupNote } from './backup-note.tsx'
import { AddTerminal } from './add-terminal.tsx'
import { RevokeTerminal } from './revoke-terminal.tsx'

/** Every device of the restaurant, and the way in for one more. */
export function TerminalsPanel() {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const terminals = useLive(queries.documents('terminal'))
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<Terminal | null>(null)
  const sorted = (terminals ?? []).toSorted(byState)
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="flex-1 text-xl font-bold">{t('devices.title')}</h1>
        <Button look="primary" data-testid={TEST_IDS.addTerminal} onClick={() => setAdding(true)}>
          <Plus aria-hidden size={20} />
          {t('devices.add')}
        </Button>
      </div>
      <BackupNote />
      <ul className="flex flex-col gap-2">
        {sorted.map((terminal) => (
          <TerminalRow key={terminal.id} terminal={terminal} onRevoke={() => setRevoking(terminal)} />
        ))}
      </ul>
      {adding ? <AddTerminal onClose={() => setAdding(false)} /> : null}
      {revoking ? <RevokeTerminal terminal={revoking} onClose={() => setRevoking(null)} /> : null}
    </section>
  )
}

interface TerminalRowProps {
  readonly terminal: Terminal
  readonly onRevoke: () => void
}

function TerminalRow({ terminal, onRevoke }: TerminalRowProps) {
  const { t } = useTranslation()
  const { branch } = usePerson()
  const language = useUi((state) => state.preferences.language)
  const { identity } = useTerminal()
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: branch.timeZone })
  const { id, letters, name, enrolledAt, revokedAt } = terminal
  const isHere = id === identity.terminal
  const isRevoked = (revokedAt ?? null) !== null
  return (
    <li
      data-testid={TEST_IDS.terminalRow}
      data-letters={letters}
      className="flex flex-wrap items-center gap-3 rounded-md border border-line bg-surface p-3"
    >
      <MonitorSmartphone aria-hidden size={22} className="text-ink-2" />
      <b className="text-lg">{letters}</b>
      <span className="min-w-0 flex-1">
        <span className="block font-bold">{name}</span>
        <span className="block text-sm text-ink-2">{t('devices.since', { date: day.format(enrolledAt) })}</span>
      </span>
      {isHere ? <Chip tone="sent">{t('devices.here')}</Chip> : null}
      {isRevoked ? <Chip tone="idle">{t('devices.revoked')}</Chip> : null}
      {isHere || isRevoked ? null : (
        <Button data-testid={TEST_IDS.revokeTerminal} onClick={onRevoke}>
          {t('devices.revoke')}
        </Button>
      )}
    </li>
  )
}

/** Those in use first, in the order in which they came. */
function byState(a: Terminal, b: Terminal): number {
  return Number((a.revokedAt ?? null) !== null) - Number((b.revokedAt ?? null) !== null) || a.enrolledAt - b.enrolledAt
}
