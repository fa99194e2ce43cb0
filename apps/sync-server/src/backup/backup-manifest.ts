import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { idSchema } from '@orderez/core/kernel'
import { readFileIfThere, writeFileSafely } from '../tls/safe-file.ts'
import { BackupError } from './backup-error.ts'
import { isWhole, partSchema } from './backup-part.ts'

const FORMAT = 'orderez-backup'
const VERSION = 1
const MANIFEST = 'manifest.json'
/** The site's authority and secret: without them no terminal would know the restored server. */
export const SITE_FILE = 'site.json'

const contentSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** Epoch milliseconds: everything acknowledged before is in it. */
  madeAt: z.int().min(0),
  branch: idSchema('branch'),
  kind: z.enum(['restaurant', 'demo', 'old']),
  site: z.strictObject({ file: z.literal(SITE_FILE), bytes: z.int(), sha256: z.string() }),
  parts: z.array(partSchema).min(1),
})
export type BackupContent = z.infer<typeof contentSchema>

const manifestSchema = z.strictObject({ content: z.string(), sha256: z.string() })
const formatSchema = z.looseObject({ format: z.literal(FORMAT), version: z.int() })

export function backupContent(content: Omit<BackupContent, 'format' | 'version'>): BackupContent {
  return { format: FORMAT, version: VERSION, ...content }
}

export async function writeSiteFile(directory: string, text: string): Promise<BackupContent['site']> {
  await writeFile(join(directory, SITE_FILE), text, { flag: 'wx', mode: 0o600, flush: true })
  return { file: SITE_FILE, bytes: Buffer.byteLength(text), sha256: sha256(text) }
}

/** Written last: what has no manifest is no backup. */
export function writeManifest(directory: string, content: BackupContent): Promise<void> {
  const text = JSON.stringify(content)
  return writeFileSafely(
    join(directory, MANIFEST),
    `${JSON.stringify({ content: text, sha256: sha256(text) }, null, 2)}\n`,
  )
}

/** Reads a backup and looks at every byte of it. Fails with `BackupError` before anybody has touched anything. */
export async function openBackup(directory: string): Promise<BackupContent> {
  const content = await readManifest(directory)
  for (const part of [content.site, ...content.parts]) {
    if (!(await isWhole(directory, part))) {
      throw new BackupError('backup.damaged', `${join(directory, part.file)} is not whole: it was cut short or altered`)
    }
  }
  return content
}

async function readManifest(directory: string): Promise<BackupContent> {
  const path = join(directory, MANIFEST)
  const text = await readFileIfThere(path).catch(() => null)
  if (text === null) throw new BackupError('backup.unknown', `${directory} is no backup: there is no ${MANIFEST} in it`)
  const damaged = new BackupError('backup.damaged', `${path} was cut short or altered`)
  const manifest = manifestSchema.safeParse(parsed(text))
  if (!manifest.success || sha256(manifest.data.content) !== manifest.data.sha256) throw damaged
  const format = formatSchema.safeParse(parsed(manifest.data.content))
  if (!format.success) throw damaged
  if (format.data.version > VERSION) {
    throw new BackupError('backup.tooNew', `${directory} was made by a newer version of OrderEZ`)
  }
  const content = contentSchema.safeParse(parsed(manifest.data.content))
  if (!content.success) throw damaged
  return content.data
}

export function readSiteFile(directory: string): Promise<string> {
  return readFile(join(directory, SITE_FILE), 'utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Said by the schema, which finds nothing.
    return null
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
