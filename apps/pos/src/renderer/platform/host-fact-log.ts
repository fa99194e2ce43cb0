import { ok, type IncarnationId, type Result, type TerminalId } from '@orderez/core/kernel'
import type { FactLog } from '@orderez/core/sync'
import type { HostApi, HostError } from '../../shared/host-api.ts'
import { hostValue } from './host-value.ts'

/** The fact log of Electron's main process, a flushed file. It stays open when the window goes: main is its one writer. */
export async function openHostFactLog(
  host: HostApi,
  identity: { readonly terminal: TerminalId; readonly newIncarnation: () => IncarnationId },
): Promise<FactLog> {
  const { factLog } = host
  const opened = hostValue(await factLog.open({ terminal: identity.terminal, incarnation: identity.newIncarnation() }))
  let closed = false
  /** A window that has left does not write on. */
  async function ask<T>(call: () => Promise<Result<T, HostError>>): Promise<T> {
    if (closed) throw new Error('the log is closed')
    return hostValue(await call())
  }
  return {
    breaks: opened.breaks,
    tail: () => ask(() => factLog.tail()),
    append: async (drafts) => (drafts.length === 0 ? ask(async () => ok([])) : ask(() => factLog.append(drafts))),
    read: (after, limit) => ask(() => factLog.read(after, limit)),
    startIncarnation: (incarnation) => ask(() => factLog.startIncarnation(incarnation)),
    dropThrough: async (place) => void (await ask(() => factLog.dropThrough(place))),
    async close() {
      closed = true
    },
  }
}
