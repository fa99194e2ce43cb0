import * as z from 'zod'
import { idSchema } from '@orderez/core/kernel'
import { factSchema } from '@orderez/core/orders'
import { identitySchema, siteSchema } from './host-api.ts'

const logPlaceSchema = z.strictObject({ incarnation: idSchema('incarnation'), n: z.int().min(0) })

const draftSchema = factSchema.omit({ terminal: true, incarnation: true, n: true, prev: true })

/**
 * Opens (or creates) the log of one terminal. `incarnation` is used only where a new one is needed: an empty log, or one found broken.
 * Opening again in the same process answers with the state of the log that is open.
 */
const openLogSchema = z.strictObject({ terminal: idSchema('terminal'), incarnation: idSchema('incarnation') })
export type OpenLog = z.infer<typeof openLogSchema>

/** Arguments of each operation as main parses them; the names are the IPC channels. */
export const hostRequests = {
  appInfo: z.tuple([]),
  'site.read': z.tuple([]),
  'site.write': z.tuple([siteSchema]),
  'identity.read': z.tuple([]),
  'identity.write': z.tuple([identitySchema]),
  'identity.forget': z.tuple([]),
  'factLog.open': z.tuple([openLogSchema]),
  'factLog.tail': z.tuple([]),
  'factLog.append': z.tuple([z.array(draftSchema).min(1).max(1_000)]),
  'factLog.read': z.tuple([logPlaceSchema.nullable(), z.int().min(1).max(10_000)]),
  'factLog.startIncarnation': z.tuple([idSchema('incarnation')]),
  'factLog.dropThrough': z.tuple([logPlaceSchema]),
} as const
export type HostChannel = keyof typeof hostRequests
export const HOST_CHANNELS = Object.keys(hostRequests) as readonly HostChannel[]
