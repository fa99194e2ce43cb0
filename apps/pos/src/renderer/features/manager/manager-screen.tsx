import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsDemo } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { SectionNav } from '../../ui/section-nav.tsx'
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
    <main className="above-notices flex h-full flex-col bg-ground tablet:flex-row">
      <SectionNav
        label={t('manager.place')}
        className="manager-nav flex gap-2 overflow-x-auto border-line bg-surface p-2 tablet:flex-col"
        testId={TEST_IDS.managerSection}
        sections={panels.map(({ id, word, Icon }) => ({ id, name: t(word), Icon }))}
        shown={shown.id}
        onShow={(id) => setShown(panels.find((panel) => panel.id === id) ?? shown)}
      />
      <div tabIndex={0} role="group" aria-label={t(shown.word)} className="min-h-0 min-w-0 flex-1 overflow-y-auto p-4">
        <Panel />
      </div>
    </main>
  )
}
