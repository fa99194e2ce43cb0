import * as z from 'zod'
import { idSchema, type Result } from '@orderez/core/kernel'
import type { Fact, FactDraft, LogTail } from '@orderez/core/orders'
import type { LogBreak, LogPlace } from '@orderez/core/sync'
import type { OpenLog } from './host-requests.ts'

/** The preload puts the HostApi under this name on `window`; the web terminal has none. */
export const HOST_API_KEY = 'orderezHost'

/** One page for window and main: `app://orderez/`. Main serves the built renderer there and forwards `/api/` and `/health` to the site. */
export const APP_ORIGIN = 'app://orderez'

/**
 * The server this terminal belongs to. `spki` is the SHA-256 of the site authority's key (base64url), as the join code carries it;
 * main accepts only certificate chains that end in it. Null: the operating system's own trust decides.
 */
export const siteSchema = z.strictObject({
  origin: z.string().regex(/^https:\/\/[^\s/]{1,200}$/),
  spki: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .nullable(),
})
export type Site = z.infer<typeof siteSchema>

/** Who this installation is. Kept outside the projection, so that a lost database does not cost the enrolment. */
export const identitySchema = z.strictObject({
  terminal: idSchema('terminal'),
  branch: idSchema('branch'),
  letters: z.string().regex(/^[A-Z]{2}$/),
  accessToken: z.string().min(1).max(4_000),
  refreshToken: z.string().min(1).max(4_000),
  /** Of a demo restaurant: nothing of it need be kept. The server says so at enrolment. */
  demo: z.boolean().optional(),
})
export type Identity = z.infer<typeof identitySchema>

/**
 * Why the host did not do it. `request.malformed`: the window sent what main does not parse. `log.notOpen`: no `factLog.open` before.
 * `log.full`: no space left on the disk. `log.failed`: another error of the disk. `store.failed`: site or identity could not be read or kept.
 */
export type HostError = 'request.malformed' | 'log.notOpen' | 'log.full' | 'log.failed' | 'store.failed'

export interface AppInfo {
  readonly version: string
  readonly electron: string
  readonly platform: string
  /** True where a saved fact survives the loss of power, not only the end of the process. */
  readonly flushes: boolean
}

export interface OpenedLog {
  readonly tail: LogTail
  readonly breaks: readonly LogBreak[]
}

/** The fact log as the window reaches it; `append` answers only after the flush. */
export interface HostFactLog {
  open(request: OpenLog): Promise<Result<OpenedLog, HostError>>
  tail(): Promise<Result<LogTail, HostError>>
  append(drafts: readonly FactDraft[]): Promise<Result<readonly Fact[], HostError>>
  read(after: LogPlace | null, limit: number): Promise<Result<readonly Fact[], HostError>>
  startIncarnation(incarnation: LogTail['incarnation']): Promise<Result<LogTail, HostError>>
  dropThrough(place: LogPlace): Promise<Result<null, HostError>>
}

/** What Electron's preload offers the window. Every operation answers with a Result, because an error does not cross the bridge whole. */
export interface HostApi {
  appInfo(): Promise<Result<AppInfo, HostError>>
  readonly site: {
    read(): Promise<Result<Site | null, HostError>>
    write(site: Site): Promise<Result<null, HostError>>
  }
  readonly identity: {
    read(): Promise<Result<Identity | null, HostError>>
    write(identity: Identity): Promise<Result<null, HostError>>
    /** This installation is no terminal any more. */
    forget(): Promise<Result<null, HostError>>
  }
  readonly factLog: HostFactLog
}
