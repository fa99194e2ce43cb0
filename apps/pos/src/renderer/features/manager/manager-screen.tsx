import { useState, type ReactNode } from 'react'
import { BookOpen, ChartColumn, FileUp, Table2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { TEST_IDS } from '../../test-ids.ts'
import { classNames } from '../../ui/class-names.ts'
import { ReportsPanel, TodayPanel } from '../reports/index.ts'
import { ImportPanel } from './import-panel.tsx'
import { MenuPanel } from './menu-panel.tsx'
import './manager.css'

const SECTIONS = ['today', 'reports', 'menu', 'import'] as const
type Section = (typeof SECTIONS)[number]

/** What a manager looks after, one part at a time. */
export function ManagerScreen() {
  const { t } = useTranslation()
  const [section, setSection] = useState<Section>('today')
  const entries: Readonly<Record<Section, readonly [string, ReactNode]>> = {
    today: [t('manager.today'), <ChartColumn key="today" aria-hidden size={22} />],
    reports: [t('manager.reports'), <Table2 key="reports" aria-hidden size={22} />],
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
        <Panel section={section} />
      </div>
    </main>
  )
}

function Panel({ section }: { readonly section: Section }) {
  switch (section) {
    case 'today':
      return <TodayPanel />
    case 'reports':
      return <ReportsPanel />
    case 'menu':
      return <MenuPanel />
    case 'import':
      return <ImportPanel />
  }
}
