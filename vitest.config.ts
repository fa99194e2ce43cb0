import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { installedBrowser } from './scripts/system-parts.ts'

const minute = 60_000
const slowKinds = ['**/*.sim.test.ts', '**/*.couch.test.ts', '**/*.browser.test.{ts,tsx}']

/** Tests that own whole programs (servers, browsers): one file at a time, in the group's turn. */
function oneAtATime(name: string, include: string[], exclude: string[], groupOrder: number): TestProjectConfiguration {
  return {
    test: {
      name,
      include,
      exclude: ['**/node_modules/**', '**/dist/**', ...exclude],
      fileParallelism: false,
      testTimeout: 3 * minute,
      hookTimeout: 2 * minute,
      sequence: { groupOrder },
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

const sim = oneAtATime('sim', ['packages/**/*.sim.test.ts'], [], 1)
// What needs two of them runs where there are two.
const twoCouches = process.env['COUCHDB_URL_2'] ? [] : ['**/*.two.couch.test.ts']
const couch = oneAtATime('couch', ['apps/**/*.couch.test.ts'], twoCouches, 2)
const e2e = oneAtATime('e2e', ['apps/**/*.e2e.ts'], ['**/*.electron.e2e.ts'], 4)
const electron = oneAtATime('electron', ['apps/**/*.electron.e2e.ts'], [], 5)

// A project for a CouchDB exists only where there is one, so that nothing counts as skipped elsewhere.
const withCouch = process.env['COUCHDB_URL'] ? [couch] : []

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [unit, sim, ...withCouch, browser, e2e, electron],
  },
})
