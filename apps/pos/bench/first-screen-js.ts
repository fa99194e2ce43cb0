import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Report } from '../../../scripts/measurement.ts'
import { BENCH, rounded } from './figures.ts'

const KB = 1024
const built = join(import.meta.dirname, '../dist/web')

/** JavaScript that the page asks for by itself before its first screen can be drawn: its entry and all that this imports, gzipped. */
export async function measureFirstScreen(report: Report): Promise<void> {
  const page = await readFile(join(built, 'index.html'), 'utf8')
  const paths = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((found) => found[1] ?? '')
  const files = await Promise.all(paths.map((path) => readFile(join(built, path))))
  const value = rounded(files.reduce((sum, file) => sum + gzipSync(file).length, 0) / KB)
  report({ bench: BENCH, measure: 'first-screen-js-gz-kb', subject: 'orderez', value, unit: 'KB' })
}
