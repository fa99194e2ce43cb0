import { useTranslation } from 'react-i18next'
import {
  HANDS,
  handChosen,
  TEXT_SIZES,
  textSizeChosen,
  themeChosen,
  THEMES,
  useUi,
  useUiDispatch,
} from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'

/** What belongs to the terminal, whoever holds it. */
export function TerminalChoices() {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const { theme, textSize, hand } = useUi((state) => state.preferences)
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
    </section>
  )
}
