import type { ComponentType } from 'react'
import {
  BookOpen,
  ChartColumn,
  FileUp,
  LayoutGrid,
  MonitorSmartphone,
  Settings,
  Sparkles,
  Table2,
  Users,
  type LucideIcon,
} from 'lucide-react'
import { SettingsPanel } from '../branch-settings/index.ts'
import { DemoPanel } from '../demo/index.ts'
import { FloorEditorPanel } from '../floor-editor/index.ts'
import { ReportsPanel, TodayPanel } from '../reports/index.ts'
import { TerminalsPanel } from '../terminals/index.ts'
import { ImportPanel } from './import-panel.tsx'
import { MenuEditor } from './menu-editor.tsx'
import { StaffPanel } from './staff-panel.tsx'

interface ManagerPanel {
  readonly id: string
  /** The key of its word in the navigation. */
  readonly word: `manager.${string}` | 'demo.place'
  readonly Icon: LucideIcon
  readonly Panel: ComponentType
}

/** Everything a manager looks after, in the order of the navigation: one row a panel. The demo's is there in the demo alone. */
export const MANAGER_PANELS = [
  { id: 'today', word: 'manager.today', Icon: ChartColumn, Panel: TodayPanel },
  { id: 'reports', word: 'manager.reports', Icon: Table2, Panel: ReportsPanel },
  { id: 'menu', word: 'manager.menu', Icon: BookOpen, Panel: MenuEditor },
  { id: 'floor', word: 'manager.floor', Icon: LayoutGrid, Panel: FloorEditorPanel },
  { id: 'devices', word: 'manager.devices', Icon: MonitorSmartphone, Panel: TerminalsPanel },
  { id: 'staff', word: 'manager.staff', Icon: Users, Panel: StaffPanel },
  { id: 'import', word: 'manager.import', Icon: FileUp, Panel: ImportPanel },
  { id: 'settings', word: 'manager.settings', Icon: Settings, Panel: SettingsPanel },
  { id: 'demo', word: 'demo.place', Icon: Sparkles, Panel: DemoPanel },
] as const satisfies readonly ManagerPanel[]
