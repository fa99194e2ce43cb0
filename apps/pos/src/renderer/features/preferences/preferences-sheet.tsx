import { useTranslation } from 'react-i18next'
import { useScreenWords } from '../../i18n/i18n.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { KeysOverview } from './keys-overview.tsx'
import { KitchenChoices } from './kitchen-choices.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { TerminalChoices } from './terminal-choices.tsx'

/** Every change holds at once; there is nothing to save. */
export function PreferencesSheet({ onClose }: { readonly onClose: () => void }) {
  useScreenWords()
  const { t } = useTranslation()
  const looks = (
    <div className="grid gap-6 phone:grid-cols-2">
      <div className="flex flex-col gap-6">
        <LanguageChoice />
        <TerminalChoices />
      </div>
      <KitchenChoices />
    </div>
  )
  return (
    <Sheet
      title={t('prefs.title')}
      closeLabel={t('sheet.close')}
      onClose={onClose}
      testId={TEST_IDS.preferencesSheet}
      wide
    >
      <Tabs
        label={t('prefs.title')}
        tabs={[
          { value: 'looks', label: t('prefs.looks'), content: looks },
          { value: 'keys', label: t('prefs.keys'), content: <KeysOverview /> },
        ]}
      />
    </Sheet>
  )
}
