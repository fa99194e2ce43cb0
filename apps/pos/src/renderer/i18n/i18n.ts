import { createInstance, type BackendModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '@orderez/core/kernel'
import type { zh } from './zh/zh.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh }
    returnNull: false
  }
}

const LOADERS: { readonly [L in Language]: () => Promise<object> } = {
  zh: async () => (await import('./zh/zh.ts')).zh,
  en: async () => (await import('./en/en.ts')).en,
}

const chunks: BackendModule = {
  type: 'backend',
  init: () => undefined,
  // With two parameters it may answer with a promise.
  read: (language, _namespace) => LOADERS[language as Language](),
}

/** The words of the screens. A page starts with those of its own language; `wordsAhead` fetches the other ones. */
export async function createI18n(language: Language): Promise<i18n> {
  const words = createInstance()
  await words
    .use(chunks)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      load: 'currentOnly',
      interpolation: { escapeValue: false },
    })
  return words
}

/** Brings the words of every language onto the device, so that changing over needs no network. */
export async function wordsAhead(words: i18n): Promise<void> {
  await words.loadLanguages(Object.keys(LOADERS))
}
