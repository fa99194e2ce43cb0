import { join } from 'node:path'
import * as z from 'zod'
import { idSchema, type BranchId, type IdSource } from '@orderez/core/kernel'
import { readFileIfThere, writeFileSafely } from '../tls/safe-file.ts'

const siteSchema = z.strictObject({ branch: idSchema('branch') })

/** The branch of this data directory; made at the first start and kept. Throws where the file is there but cannot be read as one. */
export async function openBranchIdentity(dataDir: string, ids: IdSource): Promise<BranchId> {
  const path = join(dataDir, 'site', 'branch.json')
  const text = await readFileIfThere(path)
  if (text !== null) return siteSchema.parse(JSON.parse(text)).branch
  const branch = ids.next('branch')
  await writeFileSafely(path, `${JSON.stringify({ branch })}\n`)
  return branch
}
