import { useEffect, useState } from 'react'
import { DatabaseBackup, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { fetchSiteFacts, useIsDemo, useLive, useTerminal, type SiteFacts } from '../../data/index.ts'
import { useUi } from '../../state/index.ts'
import { backupAge, backupRisk } from './backup-age.ts'

const LOOK_MS = 60_000

/** How old the server's last backup is, by the server's clock. The demo holds nothing that anybody would miss. */
export function BackupNote() {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const language = useUi((state) => state.preferences.language)
  const terminals = useLive(queries.documents('terminal'))
  const isDemo = useIsDemo()
  const asked = useBackup()
  if (isDemo) return null
  const openedAt = Math.min(...(terminals ?? []).map(({ enrolledAt }) => enrolledAt))
  const risk = asked?.backup && terminals ? backupRisk({ ...asked.backup, openedAt }) : 'none'
  const Icon = risk === 'none' ? DatabaseBackup : TriangleAlert
  return (
    <p
      data-risk={risk}
      className={`flex min-h-(--touch-min) items-center gap-2 text-sm ${risk === 'none' ? 'text-ink-2' : 'font-bold text-late'}`}
    >
      <Icon aria-hidden size={20} className="shrink-0" />
      {asked ? sentence(t, asked.backup, risk, language) : null}
    </p>
  )
}

function sentence(t: TFunction, backup: SiteFacts['backup'], risk: string, language: string): string {
  if (!backup) return t('devices.backupUnasked')
  if (backup.last === null) return t('devices.backupNever')
  const age = backupAge(backup.last, backup.now, language)
  return risk === 'old' ? t('devices.backupOld', { age }) : t('devices.lastBackup', { age })
}

/** Null until somebody has answered, or has not. What was said stands while the server is away. */
function useBackup(): Pick<SiteFacts, 'backup'> | null {
  const [asked, setAsked] = useState<Pick<SiteFacts, 'backup'> | null>(null)
  useEffect(() => {
    let left = false
    const look = () =>
      void fetchSiteFacts().then((site) => {
        if (!left) setAsked((before) => site ?? before ?? { backup: null })
      })
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [])
  return asked
}
