import { createInstance, type BackendModule, type i18n, type ReadCallback } from 'i18next'
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
  read: (language, _namespace, done) => void deliver(language as Language, done),
}

async function deliver(language: Language, done: ReadCallback): Promise<void> {
  try {
    done(null, await LOADERS[language]())
  } catch (cause) {
    done(cause instanceof Error ? cause : String(cause), null)
  }
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
