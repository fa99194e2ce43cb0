import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OrderDocument } from '@orderez/core/orders'
import { pushResponseSchema } from '@orderez/core/sync'
import {
  openStaffedSite,
  runBackupCommand,
  startPushCrew,
  type Larder,
  type PushCrew,
  type RestaurantServer,
  type SiteClient,
  type StageTerminal,
} from './stage/index.ts'

const LIMIT_MS = 180_000

let server: RestaurantServer
let client: SiteClient
let terminals: readonly StageTerminal[]
let larder: Larder
let backups: string

beforeAll(async () => {
  ;({ server, client, terminals, larder } = await openStaffedSite(3))
  backups = await mkdtemp(join(tmpdir(), 'orderez-backups-'))
})
afterAll(async () => {
  await server.close()
  await rm(backups, { recursive: true, force: true })
})

const command = (name: 'backup' | 'restore', args: readonly string[], how?: { isCut: boolean }) =>
  runBackupCommand(name, server.dataDir, args, how)
const wholeBackups = async () => (await readdir(backups)).filter((name) => !name.endsWith('.draft')).toSorted()
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

it(
  'a backup under load and one that is cut off, kill -9, restored: what was acknowledged since comes back from the terminals, once, and pictures are there',
  async () => {
    const photo = await bringPhoto()
    const crew = await startPushCrew(terminals, larder)
    await pause(1_500)
    const before = crew.acknowledged.size
    const from = performance.now()
    const made = await command('backup', ['--to', backups])
    const ms = Math.round(performance.now() - from)
    expect(made, made.said).toMatchObject({ code: 0 })
    const during = crew.acknowledged.size
    expect((await command('backup', ['--to', backups], { isCut: true })).said).toContain('EFBIG')
    expect(await wholeBackups()).toHaveLength(1)
    expect(during).toBeGreaterThan(before)
    await pause(1_500)
    const epoch = await terminals[0]!.epoch()
    await server.kill()
    await crew.finish('leave')
    console.log(`backup in ${ms} ms while ${during - before} facts were answered; ${crew.acknowledged.size} in all`)

    const [name] = await wholeBackups()
    const restored = await command('restore', [join(backups, name!), '--replace'])
    expect(restored, restored.said).toMatchObject({ code: 0 })
    await server.start()
    expect((await terminals[0]!.epoch()) > epoch).toBe(true)
    const old = await storedFacts()
    for (const id of old.keys()) expect(crew.sent.some(({ fact }) => fact.id === id)).toBe(true)
    expect(old.size).toBeGreaterThanOrEqual(before)
    expect(old.size).toBeLessThan(crew.acknowledged.size)

    await sendAgain(crew)
    await sendAgain(crew)
    const stored = await storedFacts()
    for (const [fact, { order }] of crew.acknowledged) expect(stored.get(fact)).toEqual([order])
    expect([...stored.values()].every((orders) => orders.length === 1)).toBe(true)
    expect(stored.size).toBe(crew.sent.length)
    expect((await client.get(`/api/pictures/${photo}`)).status).toBe(200)
    const { lastBackup } = (await client.get('/health')).body
    expect((await client.get('/api/site')).body['backup']).toMatchObject({ last: lastBackup })
    expect(Date.now() - Number(lastBackup)).toBeLessThan(LIMIT_MS)
    const demo = (await terminals[0]!.pullAll('menu')).find((document) => typeof document['picture'] === 'string')
    expect((await client.get(`/api/pictures/${String(demo?.['picture'])}`)).status).toBe(200)
    await removeAside()
  },
  LIMIT_MS,
)

it('what is no whole backup is refused, and so is a directory in use; nothing changes', async () => {
  const [name] = await wholeBackups()
  const whole = join(backups, name!)
  const running = await command('restore', [whole, '--replace'])
  expect(running).toMatchObject({ code: 1, said: expect.stringContaining('restore.serverRuns') })

  await server.stop()
  const held = await storedAt(server.dataDir)
  expect((await command('restore', [whole])).said).toContain('restore.notEmpty')
  const spoil: Record<string, (path: string) => Promise<unknown>> = {
    'backup.unknown': (path) => rm(join(path, 'manifest.json')),
    'backup.damaged': (path) => truncate(join(path, 'orders.ndjson.gz'), 900),
    'backup.damaged ': (path) => flipByte(join(path, 'menu.ndjson.gz')),
    'backup.damaged  ': (path) => flipByte(join(path, 'manifest.json')),
  }
  for (const [code, spoilIt] of Object.entries(spoil)) {
    const copy = join(backups, 'copy.draft')
    await cp(whole, copy, { recursive: true })
    await spoilIt(copy)
    expect((await command('restore', [copy, '--replace'])).said).toContain(code.trim())
    await rm(copy, { recursive: true })
  }
  expect(await storedAt(server.dataDir)).toEqual(held)
})

it('a backup that cannot be finished leaves the former whole; without a server one is made too, and the oldest go', async () => {
  const [name] = await wholeBackups()
  const path = join(backups, name!)
  const lost = join(server.dataDir, 'demo', 'couch-away')
  await rename(join(server.dataDir, 'demo', 'couch'), lost)
  const failed = await command('backup', ['--to', backups])
  await rename(lost, join(server.dataDir, 'demo', 'couch'))
  expect(failed).toMatchObject({ code: 1, said: expect.stringContaining('backup.noStore') })
  expect(await wholeBackups()).toEqual([name])

  expect(await command('backup', ['--to', backups, '--keep', '2'])).toMatchObject({ code: 0 })
  expect(await wholeBackups()).toHaveLength(2)
  expect(await wholeBackups()).toContain(name)
  expect(await command('backup', ['--to', backups, '--keep', '1'])).toMatchObject({ code: 0 })
  expect(await wholeBackups()).toHaveLength(1)
  expect(await readdir(path).catch(() => null)).toBeNull()
})

/** Each terminal sends its whole log, as it does to a server that began anew. */
async function sendAgain(crew: PushCrew): Promise<void> {
  for (const terminal of terminals) {
    const facts = crew.sent.filter((entry) => entry.terminal === terminal).map(({ fact }) => fact)
    for (let at = 0; at < facts.length; at += 200) {
      const page = facts.slice(at, at + 200)
      const answer = pushResponseSchema.parse((await terminal.push(page)).body)
      for (const outcome of answer.facts) {
        expect(outcome).toMatchObject({ outcome: 'decided', verdict: { decision: 'accepted' } })
      }
    }
  }
}

/** The orders in which each fact stands. */
async function storedFacts(): Promise<Map<string, string[]>> {
  const stored = new Map<string, string[]>()
  for (const order of await terminals[1]!.pullAll('orders')) {
    const { id, facts } = order as unknown as OrderDocument // a pulled page is typed as JSON only
    for (const fact of Object.keys(facts)) stored.set(fact, [...(stored.get(fact) ?? []), id])
  }
  return stored
}

async function bringPhoto(): Promise<string> {
  const bytes = new Uint8Array(200_000)
  bytes.set(Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR', 'latin1'))
  new DataView(bytes.buffer).setUint32(16, 512)
  new DataView(bytes.buffer).setUint32(20, 512)
  const who = { authorization: `Bearer ${terminals[0]!.token}`, 'content-type': 'image/png' }
  const kept = await client.ask('POST', `/api/pictures?by=${larder.people.get('zhao')}`, who, bytes)
  expect(kept.status).toBe(201)
  return `${createHash('sha256').update(bytes).digest('hex')}.png`
}

async function flipByte(path: string): Promise<void> {
  const bytes = await readFile(path)
  bytes[bytes.length >> 1]! ^= 1
  await writeFile(path, bytes)
}

/** Names of everything that lies in a data directory, without LevelDB's own files. */
async function storedAt(dataDir: string): Promise<string[]> {
  const names = await readdir(dataDir, { recursive: true })
  return names.filter((name) => !/in\.use|header\.index|\d{6}|LOG/.test(name)).toSorted()
}

/** What `--replace` moved aside. */
async function removeAside(): Promise<void> {
  const folder = resolve(server.dataDir, '..')
  const aside = (await readdir(folder)).filter((name) => join(folder, name).startsWith(`${server.dataDir}.`))
  expect(aside).toHaveLength(1)
  for (const name of aside) await rm(join(folder, name), { recursive: true })
}
