import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { localBinary, mustRun, repositoryRoot } from './run-program.ts'

interface Build {
  readonly config: string
  /** A file that every build writes anew; its age tells the age of the build. */
  readonly result: string
}

const pos = join(repositoryRoot, 'apps/pos')
const sources = ['apps/pos/{src,public}/**/*', 'apps/pos/*.{ts,json}', 'packages/core/src/**/*', 'pnpm-lock.yaml']

const builds = {
  window: { config: 'vite.config.ts', result: 'dist/web/index.html' },
  main: { config: 'vite.main.config.ts', result: 'dist/main/main.js' },
  preload: { config: 'vite.preload.config.ts', result: 'dist/preload/preload.cjs' },
} satisfies Record<string, Build>

function newestSource(): number {
  const files = globSync(sources, { cwd: repositoryRoot, exclude: ['**/*.test.{ts,tsx}'] })
  return Math.max(...files.map((file) => statSync(join(repositoryRoot, file)).mtimeMs))
}

function isStale({ result }: Build, newest: number): boolean {
  const built = statSync(join(pos, result), { throwIfNoEntry: false })
  return built === undefined || built.mtimeMs < newest
}

async function buildStale(wanted: readonly Build[]): Promise<void> {
  const newest = newestSource()
  const vite = localBinary('vite', join(pos, 'node_modules/.bin'))
  for (const { config } of wanted.filter((build) => isStale(build, newest))) {
    await mustRun(vite, ['build', '--config', config, '--logLevel', 'warn'], { cwd: pos })
  }
}

/** Builds the window, which the sync-server serves as the web terminal, unless the last build is newer than its sources. */
export function buildWebTerminal(): Promise<void> {
  return buildStale([builds.window])
}

/** Builds the desktop terminal: the same window, the main process and the preload. */
export function buildDesktopTerminal(): Promise<void> {
  return buildStale([builds.window, builds.main, builds.preload])
}
