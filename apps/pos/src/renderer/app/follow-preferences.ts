import type { i18n } from 'i18next'
import type { UiStore } from '../state/index.ts'

const HTML_LANGUAGE = { zh: 'zh-Hans', en: 'en' } as const

/** Keeps the page in the chosen language and theme. */
export function followPreferences(store: UiStore, words: i18n): void {
  const apply = () => {
    const { language, theme } = store.getState().preferences
    document.documentElement.lang = HTML_LANGUAGE[language]
    document.documentElement.dataset['theme'] = theme
    if (words.language !== language) void words.changeLanguage(language)
  }
  apply()
  store.subscribe(apply)
}
