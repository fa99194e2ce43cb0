import { readCommandLine } from './command-line.ts'
import { localBinary, repositoryRoot, runProgram } from './run-program.ts'

/** One configuration a layer, so that each is compiled with only the types it may use. */
const layers = [
  '.',
  'packages/core',
  'packages/core/tsconfig.test.json',
  'apps/sync-server',
  'apps/pos/tsconfig.shared.json',
  'apps/pos/tsconfig.renderer.json',
  'apps/pos/tsconfig.main.json',
  'apps/pos/tsconfig.test.json',
  'apps/pos/tsconfig.bench.json',
]

async function typesHold(): Promise<boolean> {
  const codes = await Promise.all(layers.map((layer) => runProgram(localBinary('tsc'), ['-p', layer])))
  return codes.every((code) => code === 0)
}

async function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  return (await runProgram(command, args)) === 0
}

const parts = {
  format: () => succeeds(localBinary('oxfmt'), ['--check', '.']),
  lint: () => succeeds(localBinary('oxlint'), ['.']),
  types: typesHold,
  imports: () => succeeds(process.execPath, ['scripts/check-imports.ts']),
  'dead-code': () => succeeds(localBinary('knip'), []),
} as const

const { rest } = readCommandLine({
  usage: `npm run check [-- ${Object.keys(parts).join(' | ')} …]`,
  does: 'Checks format, lint, types of every layer, import zones and dead code; parts can be named.',
  options: {},
})

const unknown = rest.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`check knows ${Object.keys(parts).join(', ')}; not ${unknown.join(', ')}`)
  process.exit(2)
}

process.chdir(repositoryRoot)
const failed: string[] = []
for (const [name, holds] of Object.entries(parts)) {
  if (rest.length > 0 && !rest.includes(name)) continue
  console.log(`— ${name}`)
  if (!(await holds())) failed.push(name)
}
console.log(failed.length === 0 ? 'check: all parts hold' : `check: ${failed.join(', ')} failed`)
process.exitCode = failed.length === 0 ? 0 : 1
