import type { Language } from '@orderez/core/kernel'

/** What a terminal speaks before anybody said what they read: the first language of the device that there is a translation to. */
export function deviceLanguage(preferred: readonly string[]): Language {
  const known = preferred.map((tag) => tag.split('-')[0]).find((language) => language === 'zh' || language === 'en')
  return known === 'zh' || preferred.length === 0 ? 'zh' : 'en'
}
