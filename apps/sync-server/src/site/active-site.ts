import { join } from 'node:path'
import { err, isJsonObject, ok, type BranchId, type IdSource, type Result } from '@orderez/core/kernel'
import { DEMO_NAMES } from '../modules/demo/demo-people.ts'
import { openDemo, type DemoSignIn } from '../modules/demo/open-demo.ts'
import { readFileIfThere, writeFileSafely } from '../tls/safe-file.ts'
import type { SiteStore, SiteStores } from './open-site.ts'
import { siteFolder, type SiteFolder } from './site-folder.ts'

/** The one site that this server holds. */
export interface OpenSite extends SiteStore {
  readonly kind: 'demo' | 'restaurant'
  /** Of the demo only. */
  readonly demoSignIns: readonly DemoSignIn[]
}

export interface ActiveSite {
  /** Null while nothing is set up. */
  current(): OpenSite | null
  /** Opens the demo, or answers with the one that is open. Fails where a restaurant is. */
  openDemo(): Promise<Result<OpenSite, 'setup.closed'>>
  /** Makes the restaurant; `fill` writes its documents, and its answer is given back. Of several at once one wins, the others fail. */
  setUp<T>(fill: (site: SiteStore) => Promise<T>): Promise<Result<T, 'setup.closed'>>
  /** Deletes the demo and everything in it. Fails where no demo is open. */
  deleteDemo(): Promise<Result<null, 'setup.closed'>>
  /** Waits for what is under way and closes the store. */
  close(): Promise<void>
}

interface ActiveSitePorts {
  readonly dataDir: string
  readonly stores: SiteStores
  readonly ids: IdSource
  /** Told before the change is answered; null while there is none. What serves a site that goes is to stop in here. */
  changed(site: OpenSite | null): Promise<void>
}

/**
 * Opens the site of a data directory: the restaurant, else the demo, else what a directory from before the two holds. With
 * nothing there, and `demo` wanted, the demo; but not once it was deleted here, for its place is to be taken by a restaurant.
 */
export async function openActiveSite(ports: ActiveSitePorts, wanted: { demo: boolean }): Promise<ActiveSite> {
  const active = new ActiveSiteOfDirectory(ports)
  await active.resume(wanted.demo)
  return active
}

class ActiveSiteOfDirectory implements ActiveSite {
  readonly #ports: ActiveSitePorts
  readonly #folders: Readonly<Record<SiteFolder['kind'], SiteFolder>>
  readonly #demoDeleted: string
  #open: { readonly site: OpenSite; readonly folder: SiteFolder } | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(ports: ActiveSitePorts) {
    const { dataDir } = ports
    this.#ports = ports
    this.#folders = {
      restaurant: siteFolder('restaurant', dataDir),
      demo: siteFolder('demo', dataDir),
      old: siteFolder('old', dataDir),
    }
    this.#demoDeleted = join(dataDir, 'site', 'demo-deleted.json')
  }

  current(): OpenSite | null {
    return this.#open?.site ?? null
  }

  openDemo(): Promise<Result<OpenSite, 'setup.closed'>> {
    return this.#alone(async () => {
      if (!this.#open) return ok((await this.#make(this.#folders.demo, async () => undefined)).site)
      return this.#open.site.kind === 'demo' ? ok(this.#open.site) : err('setup.closed')
    })
  }

  setUp<T>(fill: (site: SiteStore) => Promise<T>): Promise<Result<T, 'setup.closed'>> {
    return this.#alone(async () => {
      if (this.#open) return err('setup.closed')
      return ok((await this.#make(this.#folders.restaurant, fill)).filled)
    })
  }

  deleteDemo(): Promise<Result<null, 'setup.closed'>> {
    return this.#alone(async () => {
      if (this.#open?.site.kind !== 'demo') return err('setup.closed')
      const { site, folder } = this.#open
      await writeFileSafely(this.#demoDeleted, `${JSON.stringify({ deleted: site.branch })}\n`)
      await folder.unmake()
      this.#open = null
      await this.#ports.changed(null)
      await closeSite(site)
      await this.#sweep(folder)
      return ok(null)
    })
  }

  close(): Promise<void> {
    return this.#alone(async () => {
      if (this.#open) await closeSite(this.#open.site)
      this.#open = null
    })
  }

  async resume(demoWanted: boolean): Promise<void> {
    for (const folder of Object.values(this.#folders)) await this.#sweep(folder)
    const { restaurant, demo, old } = this.#folders
    for (const folder of [restaurant, demo, old]) {
      const branch = await folder.branch()
      if (branch && (await this.#reopen(folder, branch, demoWanted))) return
    }
    if (demoWanted && (await readFileIfThere(this.#demoDeleted)) === null) {
      await this.#make(demo, async () => undefined)
    } else {
      await this.#ports.stores.check()
      await this.#ports.changed(null)
    }
  }

  /** False for an old directory whose branch never became a restaurant: nobody could sign in there. It is left as it lies. */
  async #reopen(folder: SiteFolder, branch: BranchId, demoWanted: boolean): Promise<boolean> {
    const opened = await this.#ports.stores.open(folder, branch)
    try {
      const isNamed = folder.kind !== 'old' || (await opened.authority.read('branch', [branch])).length > 0
      if (!isNamed && !demoWanted) {
        await closeSite(opened)
        return false
      }
      await this.#serve(folder, await this.#withKind(folder, opened, demoWanted))
      return true
    } catch (cause) {
      await closeSite(opened)
      throw cause
    }
  }

  /** An old directory is the demo where it was opened as one and still bears its name; another name is somebody's restaurant. */
  async #withKind(folder: SiteFolder, opened: SiteStore, demoWanted: boolean): Promise<OpenSite> {
    const isDemo = folder.kind === 'demo' || (folder.kind === 'old' && demoWanted)
    const demoSignIns = isDemo ? await openDemo(opened.authority, opened.branch, opened.pictures) : []
    const kind = folder.kind === 'demo' || (await looksLikeDemo(opened, demoSignIns)) ? 'demo' : 'restaurant'
    return { ...opened, kind, demoSignIns }
  }

  async #make<T>(
    folder: SiteFolder,
    fill: (site: SiteStore) => Promise<T>,
  ): Promise<{ readonly site: OpenSite; readonly filled: T }> {
    const branch = this.#ports.ids.next('branch')
    await this.#sweep(folder)
    await folder.begin(branch)
    const opened = await this.#ports.stores.open(folder, branch).catch(async (cause: unknown) => {
      await this.#sweep(folder)
      throw cause
    })
    try {
      const filled = await fill(opened)
      const demoSignIns = folder.kind === 'demo' ? await openDemo(opened.authority, branch, opened.pictures) : []
      const site: OpenSite = { ...opened, kind: folder.kind === 'demo' ? 'demo' : 'restaurant', demoSignIns }
      await folder.finish()
      await this.#serve(folder, site)
      return { site, filled }
    } catch (cause) {
      this.#open = null
      await closeSite(opened)
      await this.#sweep(folder)
      throw cause
    }
  }

  async #serve(folder: SiteFolder, site: OpenSite): Promise<void> {
    this.#open = { site, folder }
    await this.#ports.changed(site)
  }

  /** Only what bears the note of being unfinished is ever swept. */
  async #sweep(folder: SiteFolder): Promise<void> {
    const branch = await folder.unfinished()
    if (branch === null) return
    await this.#ports.stores.remove(branch)
    await folder.sweep()
  }

  /** One change after the other. */
  #alone<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#last.then(change)
    this.#last = done.catch(() => undefined)
    return done
  }
}

async function closeSite({ authority, store }: SiteStore): Promise<void> {
  await authority.drain()
  await store.close()
}

async function looksLikeDemo({ authority, branch }: SiteStore, signIns: readonly DemoSignIn[]): Promise<boolean> {
  if (signIns.length === 0) return false
  const [document] = await authority.read('branch', [branch])
  const names = document?.['names']
  return isJsonObject(names) && names['zh'] === DEMO_NAMES.zh && names['en'] === DEMO_NAMES.en
}
