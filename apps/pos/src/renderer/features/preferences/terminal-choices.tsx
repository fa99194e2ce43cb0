import { useTranslation } from 'react-i18next'
import type { Language } from '@orderez/core/kernel'
import {
  HANDS,
  handChosen,
  KITCHEN_TWINS,
  kitchenLanguageChosen,
  kitchenTwinChosen,
  soundsSwitched,
  TEXT_SIZES,
  textSizeChosen,
  themeChosen,
  THEMES,
  useUi,
  useUiDispatch,
} from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice, type ChoiceOption } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { LANGUAGE_OPTIONS } from './language-options.tsx'

/** What belongs to the terminal, whoever holds it. */
export function TerminalChoices() {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const { theme, textSize, hand, sounds } = useUi((state) => state.preferences)
  return (
    <section className="flex flex-col gap-4">
      <h3 className="border-b border-line pb-1 font-bold">{t('prefs.terminal')}</h3>
      <Choice
        label={t('prefs.theme')}
        value={theme}
        options={THEMES.map((value) => ({ value, label: t(`prefs.themes.${value}`) }))}
        testId={TEST_IDS.theme}
        onChoose={(chosen) => dispatch(themeChosen(chosen))}
      />
      <Choice
        label={t('prefs.textSize')}
        value={textSize}
        options={TEXT_SIZES.map((value) => ({ value, label: t('prefs.percent', { value }) }))}
        testId={TEST_IDS.textSize}
        onChoose={(chosen) => dispatch(textSizeChosen(chosen))}
      />
      <Choice
        label={t('prefs.hand')}
        value={hand}
        options={HANDS.map((value) => ({ value, label: t(`prefs.hands.${value}`) }))}
        testId={TEST_IDS.hand}
        onChoose={(chosen) => dispatch(handChosen(chosen))}
      />
      <Switch
        label={t('prefs.sounds')}
        on={sounds}
        testId={TEST_IDS.sounds}
        onSwitch={(on) => dispatch(soundsSwitched(on))}
      />
      <KitchenChoices />
    </section>
  )
}

function KitchenChoices() {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const { kitchenTwin, kitchenLanguage } = useUi((state) => state.preferences)
  const languages: readonly ChoiceOption<Language | null>[] = [
    { value: null, label: t('prefs.asPerson') },
    ...LANGUAGE_OPTIONS,
  ]
  return (
    <>
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
    </>
  )
}
