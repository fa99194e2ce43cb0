import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { readFileIfThere, writeFileSafely } from '../tls/safe-file.ts'
import type { CouchAddress } from './couch-client.ts'

const accessSchema = z.strictObject({
  url: z.string(),
  authorization: z.string().nullable(),
  socketPath: z.string().optional(),
})

/**
 * How a program of the same user at the same machine reaches the embedded store while a server has it open: its address and secret in a
 * file that only this user can read. Nothing on the network leads there.
 */
function accessFile(dataDir: string): string {
  return join(dataDir, 'store-access.json')
}

export function writeStoreAccess(dataDir: string, address: CouchAddress): Promise<void> {
  return writeFileSafely(accessFile(dataDir), `${JSON.stringify(address)}\n`)
}

export function removeStoreAccess(dataDir: string): Promise<void> {
  return rm(accessFile(dataDir), { force: true })
}

/** Null where no store is open. One that a killed server left behind leads nowhere. */
export async function readStoreAccess(dataDir: string): Promise<CouchAddress | null> {
  const text = await readFileIfThere(accessFile(dataDir))
  if (text === null) return null
  const { socketPath, ...address } = accessSchema.parse(JSON.parse(text))
  return socketPath === undefined ? address : { ...address, socketPath }
}
