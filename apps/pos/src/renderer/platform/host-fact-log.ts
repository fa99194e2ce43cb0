import type { IncarnationId, TerminalId } from '@orderez/core/kernel'
import type { FactLog } from '@orderez/core/sync'
import type { HostApi } from '../../shared/host-api.ts'
import { hostValue } from './host-value.ts'

/** The fact log of Electron's main process, a flushed file. It stays open when the window goes: main is its one writer. */
export async function openHostFactLog(
  host: HostApi,
  identity: { readonly terminal: TerminalId; readonly newIncarnation: () => IncarnationId },
): Promise<FactLog> {
  const { factLog } = host
  const opened = hostValue(await factLog.open({ terminal: identity.terminal, incarnation: identity.newIncarnation() }))
  return {
    breaks: opened.breaks,
    tail: async () => hostValue(await factLog.tail()),
    append: async (drafts) => hostValue(await factLog.append(drafts)),
    read: async (after, limit) => hostValue(await factLog.read(after, limit)),
    startIncarnation: async (incarnation) => hostValue(await factLog.startIncarnation(incarnation)),
    dropThrough: async (place) => void hostValue(await factLog.dropThrough(place)),
    close: () => Promise.resolve(),
  }
}
