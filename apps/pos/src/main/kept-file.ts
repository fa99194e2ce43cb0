import { rm } from 'node:fs/promises'
import type * as z from 'zod'
import { readFileIfThere, replaceFile } from './safe-file.ts'
import { createSerialQueue } from './serial-queue.ts'

/** A small JSON file with one shape. It is read once, and written in one step, so that a crash leaves the old text or the new one. */
export interface KeptFile<T> {
  /** Null where nothing was ever kept. Rejects where something is there that cannot be read: nobody may take it for "nothing". */
  read(): Promise<T | null>
  write(value: T): Promise<void>
  remove(): Promise<void>
  /** Resolves when nothing is being written any more. */
  settled(): Promise<void>
}

export function createKeptFile<T>(path: string, schema: z.ZodType<T>): KeptFile<T> {
  const queue = createSerialQueue()
  let kept: { readonly value: T | null } | null = null

  return {
    read: () =>
      queue.run(async () => {
        kept ??= { value: await readJson(path, schema) }
        return kept.value
      }),
    write: (value) =>
      queue.run(async () => {
        await replaceFile(path, `${JSON.stringify(value, null, 2)}\n`)
        kept = { value }
      }),
    remove: () =>
      queue.run(async () => {
        await rm(path, { force: true })
        kept = { value: null }
      }),
    settled: () => queue.run(async () => undefined),
  }
}

async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const bytes = await readFileIfThere(path)
  return bytes === null ? null : schema.parse(JSON.parse(bytes.toString('utf8')))
}
