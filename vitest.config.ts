import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

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

const sim = oneAtATime('sim', ['packages/**/*.sim.test.ts'], [], 1)
const couch = oneAtATime('couch', ['apps/**/*.couch.test.ts'], [], 2)
const e2e = oneAtATime('e2e', ['apps/**/*.e2e.ts'], ['**/*.electron.e2e.ts'], 4)
const electron = oneAtATime('electron', ['apps/**/*.electron.e2e.ts'], [], 5)

// A project for a CouchDB exists only where there is one, so that nothing counts as skipped elsewhere.
const withCouch = process.env['COUCHDB_URL'] ? [couch] : []

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [unit, sim, ...withCouch, e2e, electron],
  },
})
