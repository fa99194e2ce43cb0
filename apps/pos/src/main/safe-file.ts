import { randomBytes } from 'node:crypto'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What a crash in the middle of a replacement leaves beside a file. */
const DRAFT_SUFFIX = '.draft'

/** The bytes of a file; null only where there is none. */
export async function readFileIfThere(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path)
  } catch (cause) {
    if (isMissing(cause)) return null
    throw cause
  }
}

/** Writes or replaces a file in one step and flushes it: after a crash at any moment there is the old one or the new one, whole. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}${DRAFT_SUFFIX}`
  try {
    await writeFlushed(draft, content)
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true })
    throw cause
  }
  await flushDirectory(dirname(path))
}

/** Removes what replacements left that a crash cut short. */
export async function removeDrafts(folder: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => name.endsWith(DRAFT_SUFFIX))
  for (const name of drafts) await rm(join(folder, name), { force: true })
}

/** Makes the names in a directory durable. */
export async function flushDirectory(path: string): Promise<void> {
  // Windows cannot open a directory, and keeps its entries itself.
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

async function writeFlushed(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
}
