import type { TerminalId } from '@orderez/core/kernel'
import type { TokenSource } from '../api-call.ts'
import type { NetworkCut } from '../network-cut.ts'
import { keepLedger, type LedgerKeeper, type LedgerKeeperPorts } from './keep-ledger.ts'
import { createLedgerFetch } from './ledger-fetch.ts'
import { openLedgerShelf } from './ledger-shelf.ts'

export interface OpenLedgerParts extends Omit<LedgerKeeperPorts, 'shelf'> {
  readonly terminal: TerminalId
  readonly tokens: TokenSource
  readonly cable: Pick<NetworkCut, 'isCut'>
}

/** Opens the ledger of this terminal. Of several windows one keeps it: the browser's lock manager knows which, also when one dies. */
export function openLedger(parts: OpenLedgerParts): LedgerKeeper {
  const left = new AbortController()
  let keeper: LedgerKeeper | null = null

  async function keep(): Promise<void> {
    if (left.signal.aborted) return
    const base = `${window.location.origin}/api/ledger`
    const fetch = createLedgerFetch(parts.tokens, parts.cable, base)
    keeper = keepLedger({ ...parts, shelf: openLedgerShelf({ terminal: parts.terminal, base, fetch }) })
    await new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve()))
    await keeper.stop()
  }

  // Without Web Locks each window keeps it, which changes nothing and costs twice.
  const { signal } = left
  const kept =
    'locks' in navigator ? navigator.locks.request(`orderez-${parts.terminal}-ledger`, { signal }, keep) : keep()
  const ended = kept.catch((cause: unknown) => {
    if (!(cause instanceof DOMException) || cause.name !== 'AbortError') throw cause
  })
  return {
    wake: () => keeper?.wake(),
    async stop() {
      left.abort()
      await ended
    },
  }
}
