import { createInstance, type BackendModule, type i18n, type ReadCallback, type ResourceStore } from 'i18next'
import { use } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '@orderez/core/kernel'
import type { zhStart } from './zh/zh-start.ts'
import type { zh } from './zh/zh.ts'

const NAMESPACE = 'translation'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhStart & typeof zh }
    returnNull: false
  }
}

type Loaders = { readonly [L in Language]: () => Promise<object> }

/** Of what stands before the sign-in: few, and the page waits for them. */
const START_WORDS: Loaders = {
  zh: async () => (await import('./zh/zh-start.ts')).zhStart,
  en: async () => (await import('./en/en-start.ts')).enStart,
}
/** Of all screens behind it. */
const SCREEN_WORDS: Loaders = {
  zh: async () => (await import('./zh/zh.ts')).zh,
  en: async () => (await import('./en/en.ts')).en,
}

const startWords: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, _namespace, done) => void deliver(language as Language, done),
}

async function deliver(language: Language, done: ReadCallback): Promise<void> {
  try {
    done(null, await START_WORDS[language]())
  } catch (cause) {
    done(cause instanceof Error ? cause : String(cause), null)
  }
}

/** The words of the start. Those of the screens come with `useScreenWords` or `wordsAhead`. */
export async function createI18n(language: Language): Promise<i18n> {
  const words = createInstance()
  await words
    .use(startWords)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      load: 'currentOnly',
      interpolation: { escapeValue: false },
    })
  return words
}

interface ScreenWords {
  readonly coming: Map<Language, Promise<void>>
  readonly here: Set<Language>
}

/** By the store: components see the instance through a proxy of their own. */
const screenWords = new WeakMap<ResourceStore, ScreenWords>()

function screenWordsOf(words: i18n): ScreenWords {
  const known = screenWords.get(words.store) ?? { coming: new Map(), here: new Set() }
  screenWords.set(words.store, known)
  return known
}

async function addScreenWords(words: i18n, language: Language): Promise<void> {
  const [more] = await Promise.all([SCREEN_WORDS[language](), words.loadLanguages(language)])
  words.addResourceBundle(language, NAMESPACE, more, true)
  screenWordsOf(words).here.add(language)
}

/** Brings the words of all screens in this language; asked for several times, they come once. */
function bringScreenWords(words: i18n, language: Language): Promise<void> {
  const { coming } = screenWordsOf(words)
  const known = coming.get(language)
  if (known) return known
  const asked = addScreenWords(words, language)
  coming.set(language, asked)
  // A later visit asks again.
  asked.catch(() => coming.delete(language))
  return asked
}

/** For what has more words than the start: it is drawn once they are here. */
export function useScreenWords(): void {
  const { i18n } = useTranslation()
  const language = i18n.language as Language
  if (!screenWordsOf(i18n).here.has(language)) use(bringScreenWords(i18n, language))
}

/** Brings the words of every language onto the device, so that changing over needs no network. */
export async function wordsAhead(words: i18n): Promise<void> {
  const languages = Object.keys(SCREEN_WORDS) as readonly Language[]
  await Promise.all(languages.map((language) => bringScreenWords(words, language)))
}

/** Changes over to the language that is wanted by then; where screens are open, their words come first. */
export async function showLanguage(words: i18n, wanted: () => Language): Promise<void> {
  const language = wanted()
  if (screenWordsOf(words).coming.size > 0) await bringScreenWords(words, language)
  if (wanted() === language) await words.changeLanguage(language)
}
