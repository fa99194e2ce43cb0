import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { idSchema, type BranchId } from '@orderez/core/kernel'
import { readFileIfThere, renameSafely, writeFileSafely } from '../tls/safe-file.ts'

const identitySchema = z.strictObject({ branch: idSchema('branch') })

/**
 * Where one site keeps its identity, its epoch and its embedded store. `old` is a data directory from before there were two of
 * them: it is the site itself, whatever is in it, and the site authority's files lie in the same folder.
 */
export interface SiteFolder {
  readonly kind: 'demo' | 'restaurant' | 'old'
  readonly path: string
  /** The branch of a site that is whole; null where there is none. Throws where the file cannot be read as one. */
  branch(): Promise<BranchId | null>
  /** The branch of a site whose making or deleting was cut off: nobody has been told of it, or everybody has been told it is gone. */
  unfinished(): Promise<BranchId | null>
  /** Notes the branch before anything of it is made. */
  begin(branch: BranchId): Promise<void>
  /** From here on the site exists; one rename, so that no crash leaves half of it. */
  finish(): Promise<void>
  /** From here on it does not; what is left of it is swept away. */
  unmake(): Promise<void>
  /** Removes the files; the note goes last, so that a sweep that was cut off is taken up again. */
  sweep(): Promise<void>
}

export function siteFolder(kind: SiteFolder['kind'], dataDir: string): SiteFolder {
  const path = kind === 'old' ? dataDir : join(dataDir, kind)
  const whole = join(path, 'site', 'branch.json')
  const part = join(path, 'site', 'unfinished.json')
  return {
    kind,
    path,
    branch: () => readBranch(whole),
    unfinished: () => readBranch(part),
    begin: (branch) => writeFileSafely(part, `${JSON.stringify({ branch })}\n`),
    finish: () => renameSafely(part, whole),
    unmake: () => renameSafely(whole, part),
    async sweep() {
      await rm(join(path, 'couch'), { recursive: true, force: true })
      await rm(join(path, 'site', 'epoch'), { force: true })
      await rm(part, { force: true })
      if (kind !== 'old') await rm(path, { recursive: true, force: true })
    },
  }
}

async function readBranch(path: string): Promise<BranchId | null> {
  const text = await readFileIfThere(path)
  return text === null ? null : identitySchema.parse(JSON.parse(text)).branch
}
