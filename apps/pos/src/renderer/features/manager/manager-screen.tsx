import { useState, type ReactNode } from 'react'
import { BookOpen, FileUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { ImportPanel } from './import-panel.tsx'
import { MenuPanel } from './menu-panel.tsx'
import './manager.css'

const SECTIONS = ['menu', 'import'] as const
type Section = (typeof SECTIONS)[number]

/** What a manager looks after, one part at a time. */
export function ManagerScreen() {
  const { t } = useTranslation()
  const [section, setSection] = useState<Section>('menu')
  const entries: Readonly<Record<Section, readonly [string, ReactNode]>> = {
    menu: [t('manager.menu'), <BookOpen key="menu" aria-hidden size={22} />],
    import: [t('manager.import'), <FileUp key="import" aria-hidden size={22} />],
  }
  return (
    <main className="flex h-full flex-col bg-ground tablet:flex-row">
      <nav className="manager-nav flex gap-2 overflow-x-auto border-line bg-surface p-2 tablet:flex-col">
        {SECTIONS.map((each) => (
          <button
            key={each}
            type="button"
            data-testid={TEST_IDS.managerSection}
            data-section={each}
            aria-current={each === section ? 'page' : undefined}
            onClick={() => setSection(each)}
            className={classNames(
              'press flex min-h-(--touch-line) flex-col items-center justify-center gap-1 rounded-md px-3 text-sm font-bold',
              each === section ? 'bg-ink text-surface' : 'text-ink-2',
            )}
          >
            {entries[each][1]}
            {entries[each][0]}
          </button>
        ))}
      </nav>
      <div className="min-h-0 min-w-0 flex-1 overflow-y-auto p-4">
        {section === 'menu' ? <MenuPanel /> : <ImportPanel />}
      </div>
    </main>
  )
}
