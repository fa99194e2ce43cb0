import type * as z from 'zod'
import { err, ok, type Result } from '@orderez/core/kernel'
import type { FactLog } from '@orderez/core/sync'
import type { AppInfo, HostApi, HostError, Site } from '../shared/host-api.ts'
import type { HostChannel, hostRequests } from '../shared/host-requests.ts'
import type { IdentityFile } from './identity-file.ts'
import type { KeptFile } from './kept-file.ts'
import type { LogDesk } from './log-desk.ts'
import { asLogFailure } from './log-failure.ts'

export type HostRequest<C extends HostChannel> = z.infer<(typeof hostRequests)[C]>

interface HostAnswers {
  readonly appInfo: ReturnType<HostApi['appInfo']>
  readonly 'site.read': ReturnType<HostApi['site']['read']>
  readonly 'site.write': ReturnType<HostApi['site']['write']>
  readonly 'identity.read': ReturnType<HostApi['identity']['read']>
  readonly 'identity.write': ReturnType<HostApi['identity']['write']>
  readonly 'identity.forget': ReturnType<HostApi['identity']['forget']>
  readonly 'factLog.open': ReturnType<HostApi['factLog']['open']>
  readonly 'factLog.tail': ReturnType<HostApi['factLog']['tail']>
  readonly 'factLog.append': ReturnType<HostApi['factLog']['append']>
  readonly 'factLog.read': ReturnType<HostApi['factLog']['read']>
  readonly 'factLog.startIncarnation': ReturnType<HostApi['factLog']['startIncarnation']>
  readonly 'factLog.dropThrough': ReturnType<HostApi['factLog']['dropThrough']>
}

/** What main does for each channel. Arguments are parsed before; nothing here rejects for what a disk or a keyring does. */
export type HostHandlers = { readonly [C in HostChannel]: (request: HostRequest<C>) => HostAnswers[C] }

export interface HostParts {
  readonly info: AppInfo
  readonly site: KeptFile<Site>
  readonly identity: IdentityFile
  readonly logs: LogDesk
}

export function createHostHandlers({ info, site, identity, logs }: HostParts): HostHandlers {
  const inLog = <T>(task: (log: FactLog) => Promise<T>) => logResult(logs.current(), task)
  return {
    appInfo: async () => ok(info),
    'site.read': () => kept(() => site.read()),
    'site.write': ([value]) => kept(async () => (await site.write(value), null)),
    'identity.read': () => kept(() => identity.read()),
    'identity.write': ([value]) => kept(async () => (await identity.write(value), null)),
    'identity.forget': () => kept(async () => (await identity.forget(), null)),
    'factLog.open': ([request]) => logged(() => logs.open(request)),
    'factLog.tail': () => inLog((log) => log.tail()),
    'factLog.append': ([drafts]) => inLog((log) => log.append(drafts)),
    'factLog.read': ([after, limit]) => inLog((log) => log.read(after, limit)),
    'factLog.startIncarnation': ([incarnation]) => inLog((log) => log.startIncarnation(incarnation)),
    'factLog.dropThrough': ([place]) => inLog(async (log) => (await log.dropThrough(place), null)),
  }
}

async function kept<T>(task: () => Promise<T>): Promise<Result<T, HostError>> {
  try {
    return ok(await task())
  } catch (cause) {
    return err('store.failed', String(cause))
  }
}

async function logResult<T>(log: FactLog | null, task: (log: FactLog) => Promise<T>): Promise<Result<T, HostError>> {
  return log ? logged(() => task(log)) : err('log.notOpen')
}

async function logged<T>(task: () => Promise<T>): Promise<Result<T, HostError>> {
  try {
    return ok(await task())
  } catch (cause) {
    const { code, message } = asLogFailure(cause)
    return err(code === 'log.closed' ? 'log.notOpen' : code, message)
  }
}
