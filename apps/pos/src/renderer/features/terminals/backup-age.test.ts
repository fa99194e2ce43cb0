import { expect, it } from 'vitest'
import { backupAge, backupRisk } from './backup-age.ts'

const DAY = 86_400_000
const now = 100 * DAY

it('no backup is a risk after the first day, one that is older than a week always', () => {
  const risk = (last: number | null, openedAt: number) => backupRisk({ last, openedAt, now })
  expect(risk(null, now - DAY)).toBe('none')
  expect(risk(null, now - DAY - 1)).toBe('missing')
  expect(risk(now - 7 * DAY, 0)).toBe('none')
  expect(risk(now - 7 * DAY - 1, 0)).toBe('old')
})

it('says the age in words', () => {
  expect(backupAge(now - 3 * 3_600_000, now, 'en')).toBe('3 hours ago')
  expect(backupAge(now - 3 * 3_600_000, now, 'zh')).toBe('3小时前')
  expect(backupAge(now - 5 * DAY, now, 'en')).toBe('5 days ago')
  expect(backupAge(now + DAY, now, 'en')).toBe('this minute')
})
