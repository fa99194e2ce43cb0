/** What an import points at: a file of this repository, a package, or a part of Node. */
export type ImportTarget =
  | { readonly kind: 'file'; readonly path: string; readonly by: 'path' | 'package' }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string }

export interface ImportZone {
  readonly reason: string
  /** Files that the rule binds, as paths from the top of the repository. */
  readonly binds: (file: string) => boolean
  readonly allows: (target: ImportTarget, file: string) => boolean
}

const coreSource = 'packages/core/src/'
const renderer = 'apps/pos/src/renderer/'
/** What the benches compare with is built on the same libraries. */
const peerPage = 'apps/pos/bench/page/'
const testKit = `${coreSource}testing/`
const testFile = /\.(test|prop\.test|sim\.test|couch\.test|browser\.test|contract|e2e)\.tsx?$|-contract\.ts$/
const testPackage = /^(vitest|fast-check|playwright(-core)?|axe-core)$|^@vitest\//
const testFolder = /^(apps\/[^/]+\/(e2e|bench)|packages\/core\/(sim|src\/testing)|scripts)\//
const featureFolders = [coreSource, `${renderer}features/`, 'apps/sync-server/src/modules/']

function isTest(file: string): boolean {
  return testFile.test(file) || testFolder.test(file)
}

function isPackage(target: ImportTarget, names: RegExp): boolean {
  return target.kind === 'package' && names.test(target.name)
}

function isFileIn(target: ImportTarget, ...folders: readonly string[]): boolean {
  return target.kind === 'file' && folders.some((folder) => target.path.startsWith(folder))
}

function owner(path: string): string {
  return /^(apps|packages)\/[^/]+\//.exec(path)?.[0] ?? ''
}

/** The feature folder that holds a path, with its closing slash, or null outside; the test kit of core is no feature. */
function featureOf(path: string): string | null {
  const root = featureFolders.find((folder) => path.startsWith(folder))
  if (root === undefined || path.startsWith(testKit)) return null
  const [feature, ...rest] = path.slice(root.length).split('/')
  return rest.length === 0 ? null : `${root}${feature}/`
}

/** Only files in `folders` may import packages that `names` matches. */
function onlyIn(names: RegExp, folders: readonly string[], reason: string): ImportZone {
  return {
    reason,
    binds: (file) => !folders.some((folder) => file.startsWith(folder)) && !file.startsWith('scripts/'),
    allows: (target) => !isPackage(target, names),
  }
}

/** The import rules of the repository: what each layer may know, and why. ARCHITECTURE.md says them in words. */
export const importZones: readonly ImportZone[] = [
  {
    reason: 'core is pure: it imports zod, @noble/hashes, temporal-polyfill and core; everything else is a port',
    binds: (file) => file.startsWith(coreSource) && !isTest(file),
    allows: (target) => isPackage(target, /^(zod|@noble\/hashes|temporal-polyfill)$/) || isFileIn(target, coreSource),
  },
  {
    reason: 'what runs in a restaurant does not load test code',
    binds: (file) => !isTest(file) && !/(^|\/)[^/]+\.config\.ts$/.test(file),
    allows: (target) =>
      !isPackage(target, testPackage) &&
      !(target.kind === 'file' && (testFile.test(target.path) || target.path.startsWith(testKit))),
  },
  {
    reason: 'a feature is entered by its index.ts or an export of its package, so that its inside can change',
    // What is in no feature folder wires features together and may reach in; core has nothing like that.
    binds: (file) => featureOf(file) !== null || !file.startsWith('apps/'),
    allows: (target, file) => {
      const feature = target.kind === 'file' ? featureOf(target.path) : null
      if (target.kind !== 'file' || target.by === 'package' || feature === null || file.startsWith(feature)) return true
      return target.path === `${feature}index.ts` || target.path === `${feature}index.tsx`
    },
  },
  {
    reason: 'apps and packages meet through package exports, never through relative paths',
    binds: (file) => owner(file) !== '',
    allows: (target, file) =>
      target.kind !== 'file' ||
      target.by === 'package' ||
      owner(target.path) === owner(file) ||
      (isTest(file) && target.path.startsWith('scripts/')),
  },
  {
    reason: 'Node runs these files as they are: a relative import names the file with its extension',
    binds: () => true,
    allows: (target) => target.kind !== 'file' || /\.[a-z]+$/.test(target.path),
  },
  onlyIn(/^(rxdb|dexie)$/, [`${renderer}data/`, peerPage], 'only renderer/data knows the local database'),
  onlyIn(
    /^(nano|leveldown|express-pouchdb)$|^pouchdb/,
    ['apps/sync-server/src/store/', `${renderer}data/`, peerPage],
    'only sync-server/src/store knows CouchDB, only renderer/data knows PouchDB',
  ),
  onlyIn(/^express(-rate-limit)?$|^helmet$/, ['apps/sync-server/'], 'only the sync-server speaks HTTP as a server'),
  onlyIn(
    /^electron$/,
    ['apps/pos/src/main/', 'apps/pos/src/preload/'],
    'only main/ and preload/ know electron; the rest asks the HostApi',
  ),
  {
    reason: 'the window knows neither Node nor Electron: it asks the HostApi of shared/',
    binds: (file) => file.startsWith(renderer) && !isTest(file),
    allows: (target) => target.kind !== 'node' && !isFileIn(target, 'apps/pos/src/main/', 'apps/pos/src/preload/'),
  },
  {
    reason: 'main and preload do not load the window',
    binds: (file) => /^apps\/pos\/src\/(main|preload)\//.test(file) && !isTest(file),
    allows: (target) => !isFileIn(target, renderer),
  },
  {
    reason: 'shared/ is what main, preload and window agree on: zod, core and itself only',
    binds: (file) => file.startsWith('apps/pos/src/shared/') && !isTest(file),
    allows: (target) => isPackage(target, /^zod$/) || isFileIn(target, 'apps/pos/src/shared/', coreSource),
  },
  {
    reason: 'ui/ is the component kit: it knows no feature, no data, no state',
    binds: (file) => file.startsWith(`${renderer}ui/`) && !isTest(file),
    allows: (target) =>
      !isFileIn(target, `${renderer}features/`, `${renderer}data/`, `${renderer}state/`, `${renderer}app/`),
  },
  {
    reason: 'screens read through data/ by its index.ts',
    binds: (file) => file.startsWith(renderer) && !file.startsWith(`${renderer}data/`) && !isTest(file),
    allows: (target) => !isFileIn(target, `${renderer}data/`) || isFileIn(target, `${renderer}data/index.ts`),
  },
]
