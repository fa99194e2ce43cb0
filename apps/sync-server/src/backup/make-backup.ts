import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BranchId } from '@orderez/core/kernel'
import { PICTURES } from '../modules/pictures/index.ts'
import { branchPrefix } from '../site/open-site.ts'
import { readLeaves } from '../store/copied-leaves.ts'
import { readFileIfThere, renameSafely } from '../tls/safe-file.ts'
import { BackupError } from './backup-error.ts'
import { backupContent, writeManifest, writeSiteFile, type BackupContent } from './backup-manifest.ts'
import { writePart, type BackupPart } from './backup-part.ts'
import { findSite, openBranchDatabases, type BranchDatabases } from './branch-databases.ts'
import { noteBackup } from './last-backup.ts'

export interface BackupOrder {
  readonly dataDir: string
  /** Where backups are kept, each in a folder of its own. */
  readonly to: string
  /** So many of this restaurant's backups stay. */
  readonly keep: number
  readonly couchdbUrl: string | null
  /** Epoch milliseconds. */
  now(): number
}

export interface MadeBackup {
  readonly path: string
  readonly content: BackupContent
  readonly removed: readonly string[]
}

const DRAFT = '.draft'
/** A draft that nobody has written to for so long was left behind by a cut. */
const STALE_MS = 86_400_000

/**
 * Copies the site while a server serves it, or by itself. Fails with `BackupError`, `StoreError` or what the file system says, and has
 * then left the former backups as they were.
 */
export async function makeBackup(order: BackupOrder): Promise<MadeBackup> {
  const { dataDir, to, keep } = order
  const site = await findSite(dataDir)
  const siteText = await readFileIfThere(join(dataDir, 'site', 'site.json'))
  if (siteText === null) throw new BackupError('backup.noSite', `${dataDir} has no key of its site.`)
  const series = `orderez-${site.branch.slice(-8)}-`
  await mkdir(to, { recursive: true, mode: 0o700 })
  await sweepDrafts(to, series, order.now())
  const databases = await openBranchDatabases(dataDir, site, order.couchdbUrl)
  const madeAt = order.now()
  const path = join(to, `${series}${new Date(madeAt).toISOString().replaceAll(/[:.]/g, '-')}`)
  const draft = `${path}.${randomBytes(4).toString('hex')}${DRAFT}`
  try {
    await mkdir(draft, { mode: 0o700 })
    const content = backupContent({
      madeAt,
      branch: site.branch,
      kind: site.folder.kind,
      site: await writeSiteFile(draft, siteText),
      parts: await copyAll(databases, site.branch, draft),
    })
    await writeManifest(draft, content)
    await renameSafely(draft, path)
    await noteBackup(site.folder.path, madeAt)
    return { path, content, removed: await keepNewest(to, series, keep) }
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    throw cause
  } finally {
    await databases.close()
  }
}

async function copyAll({ client, names }: BranchDatabases, branch: BranchId, draft: string): Promise<BackupPart[]> {
  const parts: BackupPart[] = []
  for (const name of names) {
    const leaves = readLeaves(client, `${branchPrefix(branch)}-${name}`, { attachments: name === PICTURES })
    parts.push(await writePart(draft, name, leaves))
  }
  return parts
}

/** Only whole backups count, and only those of this restaurant. Their names sort by time. */
async function keepNewest(to: string, series: string, keep: number): Promise<string[]> {
  const all = (await readdir(to)).filter((name) => name.startsWith(series) && !name.endsWith(DRAFT)).toSorted()
  const old = all.slice(0, -keep)
  for (const name of old) await rm(join(to, name), { recursive: true, force: true })
  return old
}

async function sweepDrafts(to: string, series: string, now: number): Promise<void> {
  const drafts = (await readdir(to)).filter((name) => name.startsWith(series) && name.endsWith(DRAFT))
  for (const name of drafts) {
    const { mtimeMs } = await stat(join(to, name))
    if (now - mtimeMs > STALE_MS) await rm(join(to, name), { recursive: true, force: true })
  }
}
