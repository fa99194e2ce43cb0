import { useTranslation } from 'react-i18next'
import type { Language } from '@orderez/core/kernel'
import {
  KITCHEN_TWINS,
  kitchenLanguageChosen,
  kitchenTwinChosen,
  soundsSwitched,
  useUi,
  useUiDispatch,
} from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice, type ChoiceOption } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { LANGUAGE_OPTIONS } from './language-options.tsx'

/** What the screens on a wall look and sound like on this terminal. */
export function KitchenChoices() {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const { kitchenTwin, kitchenLanguage, sounds } = useUi((state) => state.preferences)
  const languages: readonly ChoiceOption<Language | null>[] = [
    { value: null, label: t('prefs.asPerson') },
    ...LANGUAGE_OPTIONS,
  ]
  return (
    <section className="flex flex-col gap-4">
      <h3 className="border-b border-line pb-1 font-bold">{t('prefs.kitchen')}</h3>
      <Choice
        label={t('prefs.kitchenTwin')}
        value={kitchenTwin}
        options={KITCHEN_TWINS.map((value) => ({ value, label: t(`prefs.themes.${value}`) }))}
        testId={TEST_IDS.kitchenTwin}
        onChoose={(chosen) => dispatch(kitchenTwinChosen(chosen))}
      />
      <Choice
        label={t('prefs.kitchenLanguage')}
        value={kitchenLanguage}
        options={languages}
        testId={TEST_IDS.kitchenLanguage}
        onChoose={(chosen) => dispatch(kitchenLanguageChosen(chosen))}
      />
      <Switch
        label={t('prefs.sounds')}
        on={sounds}
        testId={TEST_IDS.sounds}
        onSwitch={(on) => dispatch(soundsSwitched(on))}
      />
    </section>
  )
}
