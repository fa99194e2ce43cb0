import { useTranslation } from 'react-i18next'
import { Tabs } from '../../ui/tabs.tsx'
import { GroupsPanel } from './groups-panel.tsx'
import { MenuPanel } from './menu-panel.tsx'

/** The menu: its dishes, and the choices that go with them. */
export function MenuEditor() {
  const { t } = useTranslation()
  return (
    <Tabs
      label={t('manager.menu')}
      tabs={[
        { value: 'dishes', label: t('manager.dishes'), content: <MenuPanel /> },
        { value: 'groups', label: t('menuEdits.groups'), content: <GroupsPanel /> },
      ]}
    />
  )
}
