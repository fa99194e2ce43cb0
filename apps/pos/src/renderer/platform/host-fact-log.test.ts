import { expect, it } from 'vitest'
import { createIdSource, err, ok, type Result } from '@orderez/core/kernel'
import type { FactLog } from '@orderez/core/sync'
import { createMemoryLogDisk, openMemoryFactLog } from '@orderez/core/testing'
import { factLogContract } from '@orderez/core/testing/fact-log-contract'
import type { HostApi, HostError, HostFactLog } from '../../shared/host-api.ts'
import { hostRequests } from '../../shared/host-requests.ts'
import { openHostFactLog } from './host-fact-log.ts'

const ids = createIdSource({ now: () => Date.now(), random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) })
const newIncarnation = () => ids.next('incarnation')

/** A host whose log is in memory. As over the bridge, everything is copied, and requests are parsed by the contract's schemas. */
function hostOver(open: () => Promise<FactLog>): HostApi {
  let log: FactLog | null = null
  async function answer<T>(
    channel: keyof typeof hostRequests,
    args: readonly unknown[],
    act: (log: FactLog) => Promise<T>,
  ) {
    const copied = hostRequests[channel].safeParse(structuredClone(args))
    if (!copied.success) return err<HostError>('request.malformed', channel)
    if (!log) return err<HostError>('log.notOpen')
    try {
      return ok(structuredClone(await act(log)))
    } catch (cause) {
      return err<HostError>('log.failed', String(cause))
    }
  }
  const factLog: HostFactLog = {
    async open(request) {
      log ??= await open()
      return answer('factLog.open', [request], async (opened) => ({ tail: await opened.tail(), breaks: opened.breaks }))
    },
    tail: () => answer('factLog.tail', [], (opened) => opened.tail()),
    append: (drafts) => answer('factLog.append', [drafts], (opened) => opened.append(drafts)),
    read: (after, limit) => answer('factLog.read', [after, limit], (opened) => opened.read(after, limit)),
    startIncarnation: (incarnation) =>
      answer('factLog.startIncarnation', [incarnation], (opened) => opened.startIncarnation(incarnation)),
    dropThrough: (place) =>
      answer('factLog.dropThrough', [place], async (opened) => {
        await opened.dropThrough(place)
        return null
      }),
  }
  const nothing = async (): Promise<Result<null, HostError>> => ok(null)
  return {
    appInfo: async () => err('store.failed'),
    site: { read: nothing, write: nothing },
    identity: { read: nothing, write: nothing, forget: nothing },
    factLog,
  }
}

factLogContract('over the bridge to the host', async () => {
  const terminal = ids.next('terminal')
  const disk = createMemoryLogDisk()
  const openMemory = () => openMemoryFactLog({ disk, terminal, newIncarnation })
  const open = () => openHostFactLog(hostOver(openMemory), { terminal, newIncarnation })
  return { log: await open(), reopen: open, flushes: disk.flushes, close: async () => undefined }
})

it('rejects with the host’s code what the host did not do', async () => {
  const terminal = ids.next('terminal')
  const host = hostOver(() => Promise.reject(new Error('never opened')))
  const unopened = {
    ...host,
    factLog: { ...host.factLog, open: async () => err('log.full' as const, 'no space left') },
  }
  await expect(openHostFactLog(unopened, { terminal, newIncarnation })).rejects.toMatchObject({ code: 'log.full' })
})
