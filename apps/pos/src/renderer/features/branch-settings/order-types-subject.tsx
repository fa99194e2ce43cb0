import { useTranslation } from 'react-i18next'
import { Switch } from '../../ui/switch.tsx'
import { CountField } from '../document-edits/index.ts'
import type { SettingsEditor } from './use-settings.ts'

const TYPES = [
  { type: 'dineIn', word: 'settings.dineIn' },
  { type: 'takeaway', word: 'settings.takeaway' },
  { type: 'delivery', word: 'settings.delivery' },
] as const

const MOST_MINUTES = 600

/** The ways of ordering, and when the kitchen's clock turns slow and late for each. */
export function OrderTypesSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { orderTypes } = editor.settings
  return (
    <div className="grid gap-4 tablet:grid-cols-3">
      {TYPES.map(({ type, word }) => {
        const set = orderTypes[type]
        const write = (change: Partial<typeof set>) =>
          editor.change(({ orderTypes: now }) => ({ orderTypes: { ...now, [type]: { ...now[type], ...change } } }))
        return (
          <section key={type} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
            <Switch
              label={<span className="text-lg font-bold">{t(word)}</span>}
              on={set.inUse}
              onSwitch={(inUse) => void write({ inUse })}
            />
            <CountField
              label={t('settings.slowMinutes')}
              value={set.slowMinutes}
              min={1}
              max={MOST_MINUTES}
              inRow
              onValue={(slowMinutes) => write({ slowMinutes })}
            />
            <CountField
              label={t('settings.lateMinutes')}
              value={set.lateMinutes}
              min={1}
              max={MOST_MINUTES}
              inRow
              onValue={(lateMinutes) => write({ lateMinutes })}
            />
          </section>
        )
      })}
    </div>
  )
}
