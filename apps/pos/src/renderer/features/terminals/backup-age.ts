const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Devices hold a week of what they recorded for certain; what an older backup lacks may be nowhere else. */
const WEEK_MS = 7 * DAY_MS

interface Backups {
  /** Epoch milliseconds; null: never. */
  readonly last: number | null
  /** When the first device joined, in epoch milliseconds. */
  readonly openedAt: number
  readonly now: number
}

/** `missing` after the first day without one, `old` after a week without another. */
export function backupRisk({ last, openedAt, now }: Backups): 'none' | 'missing' | 'old' {
  if (last === null) return now - openedAt > DAY_MS ? 'missing' : 'none'
  return now - last > WEEK_MS ? 'old' : 'none'
}

/** “3 hours ago”. A clock that is behind makes no backup of the future. */
export function backupAge(last: number, now: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const ms = Math.max(0, now - last)
  if (ms < HOUR_MS) return words.format(-Math.floor(ms / 60_000), 'minute')
  if (ms < DAY_MS) return words.format(-Math.floor(ms / HOUR_MS), 'hour')
  return words.format(-Math.floor(ms / DAY_MS), 'day')
}
