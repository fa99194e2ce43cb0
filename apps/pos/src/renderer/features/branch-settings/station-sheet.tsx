import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Station } from '@orderez/core/branch'
import { jsonEquals } from '@orderez/core/kernel'
import type { Category, Dish } from '@orderez/core/menu'
import { useWords } from '../../state/index.ts'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { ToggleGroup } from '../../ui/toggle-group.tsx'
import { useMenuEdits } from '../menu-edits/index.ts'
import { EntrySheet } from './entry-sheet.tsx'
import type { SettingsEditor } from './use-settings.ts'

export const STATION_TYPE_KEYS = {
  kitchen: 'settings.kitchen',
  bar: 'settings.bar',
  expo: 'settings.expo',
} as const satisfies Record<Station['type'], string>
const TYPES = ['kitchen', 'bar', 'expo'] as const satisfies readonly Station['type'][]

interface StationSheetProps {
  readonly station: Station
  readonly isNew: boolean
  readonly categories: readonly Category[]
  readonly dishes: readonly Dish[]
  readonly editor: SettingsEditor
  readonly onClose: () => void
}

/** A station, and the categories whose dishes are made there. */
export function StationSheet({ station, isNew, categories, dishes, editor, onClose }: StationSheetProps) {
  const { t } = useTranslation()
  const words = useWords()
  const { saveCategory, saveDish } = useMenuEdits()
  const [draft, setDraft] = useState(station)
  const [routed, setRouted] = useState<readonly Category['id'][]>(() =>
    categories.filter((each) => goesTo(each, station)).map(({ id }) => id),
  )

  /** Dishes go where their category goes; those that were sent elsewhere by themselves stay there. */
  async function route(category: Category): Promise<boolean> {
    const before = category.stations ?? []
    const isRouted = routed.includes(category.id)
    if (isRouted === goesTo(category, station)) return true
    const stations = isRouted ? [...before, station.id] : before.filter((id) => id !== station.id)
    if (!(await saveCategory({ ...category, stations }))) return false
    for (const dish of dishes) {
      const follows = dish.category === category.id && (dish.stations.length === 0 || jsonEquals(dish.stations, before))
      if (follows && !(await saveDish({ ...dish, stations }))) return false
    }
    return true
  }

  async function save(): Promise<boolean> {
    if (!(await editor.edits.write([{ before: isNew ? null : told(station), after: draft }]))) return false
    for (const category of categories) if (!(await route(category))) return false
    return true
  }

  return (
    <EntrySheet
      title={t('settings.station')}
      names={draft.names}
      onNames={(names) => setDraft({ ...draft, names })}
      onSave={save}
      onClose={onClose}
    >
      <Choice
        label={t('settings.stationType')}
        value={draft.type}
        options={TYPES.map((type) => ({ value: type, label: t(STATION_TYPE_KEYS[type]) }))}
        onChoose={(type) => setDraft({ ...draft, type })}
      />
      <Switch
        label={t('settings.hasScreen')}
        on={draft.screen !== false}
        onSwitch={(screen) => setDraft({ ...draft, screen })}
      />
      <ToggleGroup
        label={t('settings.routing')}
        options={categories
          .toSorted((a, b) => a.sort - b.sort)
          .map(({ id, names }) => ({ value: id, label: words.name(names) }))}
        chosen={routed}
        onChoose={setRouted}
      />
    </EntrySheet>
  )
}

/** What holds is said in words: where it was absent, taking the change back must not leave what was set. */
function told(station: Station): Station {
  return { ...station, screen: station.screen !== false }
}

function goesTo({ stations }: Category, { id }: Station): boolean {
  return stations?.includes(id) ?? false
}
