import { access, constants, mkdir } from 'node:fs/promises'
import { DirectoryInUseError, lockDirectory } from '../store/directory-lock.ts'

export class DataDirectoryError extends Error {
  readonly code = 'dataDirectory.unusable'
  constructor(path: string, reason: string) {
    super(`The data directory ${path} cannot be used (${reason}). Choose another with --data.`)
  }
}

/**
 * Makes the directory where everything is kept, readable by this user only, and holds it for this process until the answered function is
 * called. Rejects where nothing can be written there, or another server has it.
 */
export async function openDataDirectory(path: string): Promise<() => Promise<void>> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return await lockDirectory(path)
  } catch (cause) {
    if (cause instanceof DirectoryInUseError) throw new DataDirectoryError(path, 'it is in use by another server')
    throw new DataDirectoryError(path, cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause))
  }
}
