import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { installedBrowser } from './scripts/system-parts.ts'

const minute = 60_000
const slowKinds = ['**/*.sim.test.ts', '**/*.couch.test.ts', '**/*.browser.test.{ts,tsx}']

interface WholePrograms {
  readonly include: string[]
  readonly exclude?: string[]
  /** Groups run one after the other; projects of one group together. */
  readonly group: number
  /** Files at a time. */
  readonly files: 1 | 2
}

/** Tests that own whole programs: servers, browsers, simulated evenings. */
function wholePrograms(name: string, { include, exclude = [], group, files }: WholePrograms): TestProjectConfiguration {
  return {
    test: {
      name,
      include,
      exclude: ['**/node_modules/**', '**/dist/**', ...exclude],
      maxWorkers: files,
      testTimeout: 3 * minute,
      hookTimeout: 2 * minute,
      sequence: { groupOrder: group },
    },
  }
}

const unit: TestProjectConfiguration = {
  test: {
    name: 'unit',
    include: ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', ...slowKinds],
    testTimeout: minute / 2,
    hookTimeout: minute / 2,
    sequence: { groupOrder: 0 },
  },
}

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]
const chromium = installedBrowser()

/** Runs inside a real Chromium: IndexedDB, Web Locks and the screens themselves. */
const browser: TestProjectConfiguration = {
  // Found before the first test: a dependency found later reloads the page in the middle of one.
  optimizeDeps: { entries: ['apps/pos/src/renderer/**/*.{ts,tsx}'] },
  test: {
    name: 'browser',
    include: ['apps/pos/src/**/*.browser.test.{ts,tsx}'],
    testTimeout: minute,
    hookTimeout: minute,
    fileParallelism: false,
    sequence: { groupOrder: 3 },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      instances: [{ browser: 'chromium' }],
      provider: playwright({
        launchOptions: { args: chromiumFlags, ...(chromium === undefined ? {} : { executablePath: chromium }) },
      }),
    },
  },
}

const sim = wholePrograms('sim', { include: ['packages/**/*.sim.test.ts'], group: 1, files: 2 })
const server = wholePrograms('server', { include: ['apps/sync-server/e2e/*.e2e.ts'], group: 1, files: 2 })
// What needs two of them runs where there are two.
const twoCouches = process.env['COUCHDB_URL_2'] ? [] : ['**/*.two.couch.test.ts']
const couch = wholePrograms('couch', {
  include: ['apps/**/*.couch.test.ts'],
  exclude: twoCouches,
  group: 2,
  files: 1,
})
// What counts moves of the layout, taps or points has the machine to itself.
const measured = ['accessibility', 'by-keyboard', 'lighthouse', 'waiter-taps'].map((name) => `**/${name}.e2e.ts`)
const e2e = wholePrograms('e2e', {
  include: ['apps/pos/e2e/*.e2e.ts'],
  exclude: ['**/*.electron.e2e.ts', ...measured],
  group: 1,
  files: 2,
})
const alone = wholePrograms('alone', { include: measured, group: 4, files: 1 })
const electron = wholePrograms('electron', { include: ['apps/pos/e2e/*.electron.e2e.ts'], group: 5, files: 1 })

// A project for a CouchDB exists only where there is one, so that nothing counts as skipped elsewhere.
const withCouch = process.env['COUCHDB_URL'] ? [couch] : []

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [unit, sim, server, e2e, ...withCouch, browser, alone, electron],
  },
})
