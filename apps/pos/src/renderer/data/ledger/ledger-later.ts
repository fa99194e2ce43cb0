import type { LedgerKeeper } from './keep-ledger.ts'
import type { OpenLedgerParts } from './open-ledger.ts'

/** Long enough behind the first screen that neither the code nor what it does is on the way there. */
const LATER_MS = 4_000

/** The ledger, whose code is fetched once the terminal has long been usable. What was saved before is copied then. */
export function openLedgerLater(parts: OpenLedgerParts): LedgerKeeper {
  let opening: Promise<LedgerKeeper | null> | null = null
  const timer = setTimeout(() => {
    opening = import('./open-ledger.ts').then(
      ({ openLedger }) => openLedger(parts),
      (cause: unknown) => {
        parts.failed(cause)
        return null
      },
    )
  }, LATER_MS)
  return {
    wake: () => void opening?.then((keeper) => keeper?.wake()),
    async stop() {
      clearTimeout(timer)
      await (await opening)?.stop()
    },
  }
}
