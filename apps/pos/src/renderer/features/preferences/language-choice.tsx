import { useTranslation } from 'react-i18next'
import { languageChosen, ownLanguageChosen, useUi, useUiDispatch } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Choice } from '../../ui/choice.tsx'
import { LANGUAGE_OPTIONS } from './language-options.tsx'

/** A person's language, kept for them on this terminal; before the sign-in, that of the page. */
export function LanguageChoice() {
  const { t } = useTranslation()
  const dispatch = useUiDispatch()
  const person = useUi((state) => state.session.person)
  const language = useUi((state) => state.preferences.language)
  return (
    <Choice
      label={t(person === null ? 'prefs.language' : 'prefs.myLanguage')}
      value={language}
      options={LANGUAGE_OPTIONS}
      testId={TEST_IDS.preferLanguage}
      onChoose={(chosen) =>
        dispatch(person === null ? languageChosen(chosen) : ownLanguageChosen({ person, language: chosen }))
      }
    />
  )
}
