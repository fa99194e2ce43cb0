import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The text of a file; null only where there is none. Every other trouble rejects, so that nobody takes it for "not there". */
export async function readFileIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Replaces a file in one step: after a crash at any moment there is the old text or the new one, whole. Readable by this user only. */
export async function writeFileSafely(path: string, text: string): Promise<void> {
  const draft = await writeDraft(path, text)
  await rename(draft, path)
  await flushDirectory(dirname(path))
}

/** The same for a file that must not be there yet. False: somebody was quicker, and their file stays. */
export async function createFileSafely(path: string, text: string): Promise<boolean> {
  const draft = await writeDraft(path, text)
  try {
    await link(draft, path)
    await flushDirectory(dirname(path))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Gives a file another name in the same folder; after a crash it has one of the two. */
export async function renameSafely(from: string, to: string): Promise<void> {
  await rename(from, to)
  await flushDirectory(dirname(to))
}

export const DRAFT_SUFFIX = '.draft'

async function writeDraft(path: string, text: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}${DRAFT_SUFFIX}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  return draft
}

async function flushDirectory(path: string): Promise<void> {
  // Windows cannot open a directory, and keeps its entries itself.
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
