import type { i18n } from 'i18next'
import { showLanguage } from '../i18n/i18n.ts'
import { HTML_LANGUAGE, languageShown, type UiStore } from '../state/index.ts'

/** Keeps the page in the chosen language, theme, letter size and hand. */
export function followPreferences(store: UiStore, words: i18n): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const changeOver = () => {
    showLanguage(words, () => languageShown(store.getState())).catch((cause: unknown) => console.error('words', cause))
  }
  const apply = () => {
    const state = store.getState()
    const { theme, textSize, hand } = state.preferences
    const language = languageShown(state)
    const page = document.documentElement
    page.lang = HTML_LANGUAGE[language]
    page.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    page.dataset['hand'] = hand
    page.style.fontSize = `${textSize}%`
    if (words.language !== language) changeOver()
  }
  apply()
  store.subscribe(apply)
  dark.addEventListener('change', apply)
}
