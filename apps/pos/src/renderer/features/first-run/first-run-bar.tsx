import { CircleCheckBig, Globe, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { languageChosen, themeChosen, useUi, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'

/** Whose product this is, and in which language and light somebody wants to read on. */
export function FirstRunBar() {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const { language, theme } = useUi((state) => state.preferences)
  return (
    <header className="mb-4 flex min-h-16 items-center gap-2">
      <span className="inline-flex flex-1 items-center gap-2 text-lg font-bold whitespace-nowrap">
        <CircleCheckBig aria-hidden size={28} className="text-brand" />
        {t('app.name')}
      </span>
      <Button data-testid={TEST_IDS.language} onClick={() => dispatch(languageChosen(language === 'zh' ? 'en' : 'zh'))}>
        <Globe aria-hidden size={20} />
        {t('bar.language')}
      </Button>
      <Button data-testid={TEST_IDS.theme} onClick={() => dispatch(themeChosen(theme === 'light' ? 'dark' : 'light'))}>
        <Sun aria-hidden size={20} />
        <span className="sr-only phone:not-sr-only">{t('doors.theme')}</span>
      </Button>
    </header>
  )
}
