import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDesktopTerminal, buildWebTerminal } from './build-terminal.ts'
import { electronVersionIn, provideElectron } from './electron-dist.ts'
import { localBinary, repositoryRoot, runProgram } from './run-program.ts'
import { installedBrowser, provideSystemParts } from './system-parts.ts'
import { readCommandLine } from './command-line.ts'
import { testOutcome, unreadTestRun, type TestOutcome } from './test-report.ts'

const { given, rest } = readCommandLine({
  usage: 'npm test [-- [--project NAME] [FILE …]]',
  does: [
    'Installs what the tests need (browser, fonts, virtual display, a real Electron), builds the terminal and runs every',
    'test: unit, sim, server, e2e, browser, alone, electron, and couch where COUCHDB_URL is set. FILE narrows to test files by name.',
  ].join('\n'),
  options: {
    project: { type: 'string', means: 'Only this group of tests; unit and sim need no browser and no build.' },
  },
})

/** What a group of tests needs beyond Node; without a name it is everything. */
const needs: Readonly<Record<string, readonly ('browser' | 'web' | 'desktop')[]>> = {
  unit: [],
  sim: [],
  couch: [],
  server: ['browser', 'web'],
  browser: ['browser'],
  e2e: ['browser', 'web'],
  alone: ['browser', 'web'],
  electron: ['browser', 'desktop'],
}

async function prepare(): Promise<NodeJS.ProcessEnv> {
  const wanted = needs[given.project ?? ''] ?? ['browser', 'web', 'desktop']
  const env = { ...process.env }
  if (wanted.includes('browser')) {
    const missing = await provideSystemParts()
    if (missing.length > 0) throw new Error(`Please install what the tests need:\n- ${missing.join('\n- ')}`)
    env['CHROMIUM_PATH'] = installedBrowser()
  }
  if (wanted.includes('web')) await buildWebTerminal()
  if (wanted.includes('desktop')) {
    await buildDesktopTerminal()
    const dist = await provideElectron()
    console.log(`Electron ${electronVersionIn(dist)}`)
    env['ELECTRON_OVERRIDE_DIST_PATH'] = dist
  }
  return env
}

async function runVitest(env: NodeJS.ProcessEnv): Promise<TestOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'orderez-test-'))
  const report = join(folder, 'report.json')
  try {
    const only = given.project === undefined ? [] : ['--project', given.project]
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runProgram(localBinary('vitest'), ['run', ...only, ...reporters, ...rest], { env })
    return testOutcome(JSON.parse(readFileSync(report, 'utf8')), code)
  } catch (error) {
    return unreadTestRun(error)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.chdir(repositoryRoot)
const outcome = await prepare().then(runVitest, unreadTestRun)
for (const line of outcome.notes) console.error(line)
console.log(outcome.closingLine)
process.exitCode = outcome.passed ? 0 : 1
