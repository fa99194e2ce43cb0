import { businessDayOf, type DayRule } from '@orderez/core/kernel'
import type { TerminalEngine } from '@orderez/core/sync-engine'

const LOOK_MS = 5 * 60_000
const TIDIED = 'orderez.tidied'

/**
 * Tidies log and local database once a business day, after the day has begun or the window has been open for a while: never on the way
 * to the first screen. Returns what stops it. `rule` is null until the branch's record has arrived.
 */
export function tidyDaily(engine: TerminalEngine, rule: () => DayRule | null): () => void {
  async function look(): Promise<void> {
    const known = rule()
    if (!known) return
    const now = engine.time.now()
    const day = businessDayOf(now, known)
    if (localStorage.getItem(TIDIED) === day) return
    const tidied = await engine.tidy(now, known)
    localStorage.setItem(TIDIED, day)
    console.info('tidied', tidied)
  }
  const timer = setInterval(() => void look().catch((cause: unknown) => console.error('tidy', cause)), LOOK_MS)
  return () => clearInterval(timer)
}
