import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { join } from 'node:path'
import * as z from 'zod'

/** One database in a backup: its leaves, one a line, packed. */
export const partSchema = z.strictObject({
  file: z.string().regex(/^[a-z0-9_-]+\.ndjson\.gz$/),
  /** The database's name behind the branch's prefix. */
  database: z.string().regex(/^[a-z0-9_-]+$/),
  leaves: z.int().min(0),
  /** Of the file as it lies there. */
  bytes: z.int().min(0),
  sha256: z.string(),
})
export type BackupPart = z.infer<typeof partSchema>

/** Writes a part as its leaves come; it is on the disk when this resolves. */
export async function writePart(
  directory: string,
  database: string,
  leaves: AsyncIterable<object>,
): Promise<BackupPart> {
  const file = `${database}.ndjson.gz`
  const hash = createHash('sha256')
  let [count, bytes] = [0, 0]
  async function* lines(): AsyncGenerator<string> {
    for await (const leaf of leaves) {
      count += 1
      yield `${JSON.stringify(leaf)}\n`
    }
  }
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.byteLength
      done(null, chunk)
    },
  })
  const written = createWriteStream(join(directory, file), { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(Readable.from(lines()), createGzip(), counted, written)
  return { file, database, leaves: count, bytes, sha256: hash.digest('hex') }
}

/** Whether the file is what was written. */
export async function isWhole(
  directory: string,
  part: Pick<BackupPart, 'file' | 'bytes' | 'sha256'>,
): Promise<boolean> {
  const path = join(directory, part.file)
  const size = await stat(path).catch(() => null)
  if (size?.size !== part.bytes) return false
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex') === part.sha256
}

/** The leaves of a part as texts. */
export function readPart(directory: string, { file }: BackupPart): AsyncIterable<string> {
  const unpacked = createReadStream(join(directory, file)).pipe(createGunzip())
  return createInterface({ input: unpacked, crlfDelay: Infinity })
}
