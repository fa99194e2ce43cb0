import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAuthority } from '@orderez/core/authority'
import { createIdSource, type BranchId } from '@orderez/core/kernel'
import { MemoryDocumentStore } from '@orderez/core/testing'
import { collectionSetups } from '../collections.ts'
import { DEMO_NAMES, DEMO_PEOPLE } from '../modules/demo/demo-people.ts'
import { openDemo } from '../modules/demo/open-demo.ts'
import { readLastBackup } from '../backup/last-backup.ts'
import { createPictures, mayEditDishes } from '../modules/pictures/index.ts'
import { createMemoryLedgerDatabases } from '../store/memory-ledger-databases.ts'
import { createSealer } from '../tls/site-authority.ts'
import { openActiveSite, type ActiveSite, type OpenSite } from './active-site.ts'
import { fileEpochKeeper } from './epoch-file.ts'
import type { SiteStore, SiteStores } from './open-site.ts'
import { siteFolder } from './site-folder.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const ids = createIdSource({ now: () => Date.now(), random })

let dataDir: string
let databases: Map<BranchId, MemoryDocumentStore>
let dies: 'never' | 'filling' | 'removing'
const changes: (OpenSite['kind'] | null)[] = []

const stores: SiteStores = {
  async open(folder, branch) {
    const store = databases.get(branch) ?? new MemoryDocumentStore({ collections: collectionSetups() })
    databases.set(branch, store)
    const parts = { branch, clock: { now: () => Date.now() }, entropy: random, log: () => undefined }
    const authority = await createAuthority({
      ...parts,
      store,
      sealer: createSealer(new Uint8Array(32)),
      epochs: fileEpochKeeper(folder.path),
    })
    const pictures = createPictures(store, mayEditDishes(authority))
    const ledgers = createMemoryLedgerDatabases()
    const lastBackup = () => readLastBackup(folder.path)
    return { branch, store: reopenable(store), ledgers, authority, pictures, lastBackup }
  },
  check: () => Promise.resolve(),
  async remove(branch) {
    if (dies === 'removing') throw new Error('killed')
    databases.delete(branch)
  },
}

/** The memory of a closed store is what its disk would hold. */
function reopenable(store: MemoryDocumentStore): SiteStore['store'] {
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'close') return () => Promise.resolve()
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

const restaurant = (branch: BranchId, zh: string) => ({
  id: branch,
  kind: 'branch',
  v: 1,
  names: { zh, en: '' },
  currency: { code: 'CNY', exponent: 2 },
  timeZone: 'Asia/Shanghai',
  dayStartsAt: '05:00',
  languages: ['zh'],
})
const fill = async ({ authority, branch }: SiteStore) => {
  if (dies === 'filling') throw new Error('killed')
  await authority.put('branch', [restaurant(branch, '真店')])
}

function start(demo = false): Promise<ActiveSite> {
  const changed = async (site: OpenSite | null) => void changes.push(site?.kind ?? null)
  return openActiveSite({ dataDir, stores, ids, changed }, { demo })
}
async function restart(active: ActiveSite, demo = false): Promise<ActiveSite> {
  await active.close()
  return start(demo)
}
const isThere = (path: string) =>
  access(join(dataDir, path)).then(
    () => true,
    () => false,
  )

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'orderez-sites-'))
  databases = new Map()
  dies = 'never'
  changes.length = 0
})
afterEach(() => rm(dataDir, { recursive: true }))

describe('a fresh data directory', () => {
  it('has no site, or the demo where it is wanted', async () => {
    expect((await start()).current()).toBeNull()
    expect((await start(true)).current()).toMatchObject({ kind: 'demo', demoSignIns: DEMO_PEOPLE })
  })

  it('is set up by one of several at once, and stays that restaurant', async () => {
    const active = await start()
    const answers = await Promise.all([active.setUp(fill), active.setUp(fill), active.openDemo()])
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false])
    expect(changes).toEqual([null, 'restaurant'])
    const branch = active.current()?.branch
    const again = await restart(active, true)
    expect(again.current()).toMatchObject({ kind: 'restaurant', branch, demoSignIns: [] })
    expect(await again.deleteDemo()).toMatchObject({ ok: false, code: 'setup.closed' })
  })

  it('is fresh again after a set-up that was cut off', async () => {
    dies = 'filling'
    const active = await start()
    await expect(active.setUp(fill)).rejects.toThrow('killed')
    dies = 'never'
    expect(active.current()).toBeNull()
    expect(databases.size).toBe(0)
    expect(await isThere('restaurant')).toBe(false)
    expect(await active.setUp(fill)).toMatchObject({ ok: true })
  })
})

describe('the demo', () => {
  it('goes with its databases and files, and does not come back unasked', async () => {
    const active = await start(true)
    expect(await active.deleteDemo()).toMatchObject({ ok: true })
    expect([databases.size, await isThere('demo'), active.current()]).toEqual([0, false, null])
    const again = await restart(active, true)
    expect(again.current()).toBeNull()
    expect(await again.openDemo()).toMatchObject({ ok: true })
    expect((await restart(again)).current()).toMatchObject({ kind: 'demo' })
  })

  it('whose deletion was cut off is deleted at the next start', async () => {
    const active = await start(true)
    dies = 'removing'
    await expect(active.deleteDemo()).rejects.toThrow('killed')
    expect(await isThere('demo/site/unfinished.json')).toBe(true)
    expect(active.current()).toBeNull()
    dies = 'never'
    expect((await start(true)).current()).toBeNull()
    expect([databases.size, await isThere('demo')]).toEqual([0, false])
  })
})

describe('a data directory from before there were two sites', () => {
  async function old(write: (site: SiteStore) => Promise<void>): Promise<BranchId> {
    const branch = ids.next('branch')
    await mkdir(join(dataDir, 'site'), { recursive: true })
    await writeFile(join(dataDir, 'site', 'branch.json'), `${JSON.stringify({ branch })}\n`)
    await writeFile(join(dataDir, 'site', 'site.json'), 'the authority that terminals trust')
    await write(await stores.open(siteFolder('old', dataDir), branch))
    return branch
  }

  it('opens as the restaurant that it is, wanted demo or not', async () => {
    const branch = await old(fill)
    const active = await start(true)
    expect(active.current()).toMatchObject({ kind: 'restaurant', branch, demoSignIns: [] })
    expect(await active.deleteDemo()).toMatchObject({ ok: false })
    expect((await restart(active)).current()).toMatchObject({ kind: 'restaurant', branch })
  })

  it('opens as the demo that it is; deleting that leaves the authority', async () => {
    const branch = await old(
      async ({ authority, branch: id, pictures }) => void (await openDemo(authority, id, pictures)),
    )
    const active = await start(true)
    expect(active.current()).toMatchObject({ kind: 'demo', branch, demoSignIns: DEMO_PEOPLE })
    expect(await active.deleteDemo()).toMatchObject({ ok: true })
    expect(await isThere('site/site.json')).toBe(true)
    expect(await isThere('site/branch.json')).toBe(false)
    expect(await active.setUp(fill)).toMatchObject({ ok: true })
  })

  it('is a restaurant where somebody gave the demo a name of their own', async () => {
    await old(async ({ authority, branch, pictures }) => {
      await openDemo(authority, branch, pictures)
      await authority.put('branch', [restaurant(branch, `${DEMO_NAMES.zh}二店`)])
    })
    const active = await start(true)
    expect(active.current()?.kind).toBe('restaurant')
    expect(await active.deleteDemo()).toMatchObject({ ok: false })
  })

  it('that never was a restaurant is left as it lies', async () => {
    await old(async () => undefined)
    const active = await start()
    expect(active.current()).toBeNull()
    await active.setUp(fill)
    expect(await isThere('site/branch.json')).toBe(true)
    expect((await restart(active)).current()).toMatchObject({ kind: 'restaurant' })
  })
})
