import { access, constants, mkdir } from 'node:fs/promises'

export class DataDirectoryError extends Error {
  readonly code = 'dataDirectory.unusable'
  constructor(path: string, reason: string) {
    super(`The data directory ${path} cannot be used (${reason}). Choose another with --data.`)
  }
}

/** Makes the directory where everything is kept, readable by this user only. Rejects where nothing can be written there. */
export async function openDataDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new DataDirectoryError(path, cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause))
  }
}
