import { expect, it } from 'vitest'
import { deviceLanguage } from './device-language.ts'

it.each([
  [['zh-CN', 'en-US'], 'zh'],
  [['en-GB'], 'en'],
  [['fr-FR', 'zh-Hant-TW', 'en'], 'zh'],
  [['de-DE'], 'en'],
  [[], 'zh'],
])('a new terminal on a device that prefers %j speaks %s', (preferred, language) => {
  expect(deviceLanguage(preferred)).toBe(language)
})
