import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '@orderez/core/kernel'
import { en } from './en/en.ts'
import { zh } from './zh/zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh }
    returnNull: false
  }
}

/** The words of the screens. Both languages come with the page: a terminal changes over without a network. */
export function createI18n(language: Language) {
  const i18n = createInstance()
  void i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return i18n
}
