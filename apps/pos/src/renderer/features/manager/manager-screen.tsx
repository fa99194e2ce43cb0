import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsDemo } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { MANAGER_PANELS } from './manager-panels.ts'
import './manager.css'

/** What a manager looks after, one part at a time. */
export function ManagerScreen() {
  const { t } = useTranslation()
  const [shown, setShown] = useState<(typeof MANAGER_PANELS)[number]>(MANAGER_PANELS[0])
  const { Panel } = shown
  const isDemo = useIsDemo()
  const panels = MANAGER_PANELS.filter(({ id }) => id !== 'demo' || isDemo)
  return (
    <main className="flex h-full flex-col bg-ground tablet:flex-row">
      <nav
        aria-label={t('manager.place')}
        className="manager-nav flex gap-2 overflow-x-auto border-line bg-surface p-2 tablet:flex-col"
      >
        {panels.map((panel) => (
          <button
            key={panel.id}
            type="button"
            data-testid={TEST_IDS.managerSection}
            data-section={panel.id}
            aria-current={panel === shown ? 'page' : undefined}
            onClick={() => setShown(panel)}
            className={classNames(
              'press flex min-h-(--touch-line) shrink-0 flex-col items-center justify-center gap-1 rounded-md px-3 text-center text-sm font-bold tablet:px-1 tablet:wrap-anywhere',
              panel === shown ? 'bg-ink text-surface' : 'text-ink-2',
            )}
          >
            <panel.Icon aria-hidden size={22} />
            {t(panel.word)}
          </button>
        ))}
      </nav>
      <div tabIndex={0} role="group" aria-label={t(shown.word)} className="min-h-0 min-w-0 flex-1 overflow-y-auto p-4">
        <Panel />
      </div>
    </main>
  )
}
