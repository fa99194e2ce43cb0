import { useTranslation } from 'react-i18next'
import { Switch } from '../../ui/switch.tsx'
import { SizedStepper } from '../document-edits/index.ts'
import type { SettingsEditor } from './use-settings.ts'

const TYPES = [
  { type: 'dineIn', word: 'settings.dineIn' },
  { type: 'takeaway', word: 'settings.takeaway' },
  { type: 'delivery', word: 'settings.delivery' },
] as const

/** The ways of ordering, and when the kitchen's clock turns slow and late for each. */
export function OrderTypesSubject({ editor }: { readonly editor: SettingsEditor }) {
  const { t } = useTranslation()
  const { orderTypes } = editor.settings
  return (
    <div className="grid gap-4 tablet:grid-cols-3">
      {TYPES.map(({ type, word }) => {
        const set = orderTypes[type]
        const write = (change: (now: typeof set) => Partial<typeof set>) =>
          void editor.change(({ orderTypes: now }) => ({
            orderTypes: { ...now, [type]: { ...now[type], ...change(now[type]) } },
          }))
        return (
          <section key={type} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
            <Switch
              label={<span className="text-lg font-bold">{t(word)}</span>}
              on={set.inUse}
              onSwitch={(inUse) => write(() => ({ inUse }))}
            />
            <SizedStepper
              label={t('settings.slowMinutes')}
              value={set.slowMinutes}
              onStep={(by) => write(({ slowMinutes }) => ({ slowMinutes: slowMinutes + by }))}
            />
            <SizedStepper
              label={t('settings.lateMinutes')}
              value={set.lateMinutes}
              onStep={(by) => write(({ lateMinutes }) => ({ lateMinutes: lateMinutes + by }))}
            />
          </section>
        )
      })}
    </div>
  )
}
