import { describe, expect, test } from 'vitest'
import { plantRepository, runTool } from './testing/planted-repository.ts'

async function compile(project: string, file: string, text: string): Promise<string> {
  const { output } = await runTool(plantRepository({ [file]: text }), 'tsc', ['-p', project])
  return output
}

describe('a layer compiles with only the types it may use', () => {
  test.each(['setTimeout(() => 1, 5)', 'window.close()', 'process.exit()', "fetch('x')", 'console.log(1)'])(
    'core: %s',
    async (text) => {
      const name = /^\w+/.exec(text)?.[0] ?? ''
      expect(await compile('packages/core', 'packages/core/src/orders/a.ts', `export const a = ${text}`)).toContain(
        `Cannot find name '${name}'`,
      )
    },
  )

  test('core: what it may use compiles', async () => {
    const text =
      "import * as z from 'zod'\nimport { Temporal } from 'temporal-polyfill'\nimport { sha256 } from '@noble/hashes/sha2.js'\nexport const a = [z.string(), Temporal.Instant, sha256]"
    expect(await compile('packages/core', 'packages/core/src/orders/a.ts', text)).toBe('')
  })

  test.each([
    ['apps/pos/tsconfig.renderer.json', 'apps/pos/src/renderer/a.ts', 'process'],
    ['apps/pos/tsconfig.main.json', 'apps/pos/src/main/a.ts', 'document'],
    ['apps/pos/tsconfig.shared.json', 'apps/pos/src/shared/a.ts', 'setTimeout'],
    ['apps/sync-server', 'apps/sync-server/src/a.ts', 'document'],
  ])('%s: %s knows no %s', async (project, file, name) => {
    expect(await compile(project, file, `export const a = ${name}`)).toContain(`Cannot find name '${name}'`)
  })
})

const core = 'packages/core/src/orders'
const planted: readonly (readonly [what: string, file: string, text: string, rule: string])[] = [
  ['the clock in core', `${core}/clock.ts`, 'export const now = () => Date.now()', 'no-restricted-globals'],
  ['chance in core', `${core}/chance.ts`, 'export const chance = () => Math.random()', 'no-restricted-properties'],
  [
    'a forgotten promise',
    `${core}/promise.ts`,
    'export const a = (f: () => Promise<1>) => { f() }',
    'no-floating-promises',
  ],
  [
    'a forgotten case',
    `${core}/case.ts`,
    "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1 } return 2 }",
    'switch-exhaustiveness-check',
  ],
  ['any', `${core}/any.ts`, 'export const a = 1 as any', 'no-explicit-any'],
  ['an empty catch', `${core}/catch.ts`, 'export function f(g: () => void) { try { g() } catch {} }', 'no-empty'],
  [
    'a long function',
    `${core}/long.ts`,
    `export function f(g: () => void) {\n${'  g()\n'.repeat(81)}}`,
    'max-lines-per-function',
  ],
  ['a name in camel case', `${core}/camelCase.ts`, 'export const a = 1', 'filename-case'],
  [
    'the environment outside config.ts',
    'apps/sync-server/src/http/env.ts',
    "export const a = process.env['A']",
    'no-process-env',
  ],
  [
    'a cycle of imports',
    `${core}/cycle-a.ts`,
    "import { b } from './cycle-b.ts'\nexport const a = () => b()",
    'no-cycle',
  ],
]
const clean = {
  [`${core}/cycle-b.ts`]: "import { a } from './cycle-a.ts'\nexport const b = (): unknown => a()",
  [`${core}/double.ts`]: 'export const double = (n: number) => n * 2',
  'apps/sync-server/src/config.ts': "export const a = process.env['A']",
}

test('lint refuses each planted fault, and nothing else', async () => {
  const faults = Object.fromEntries(planted.map(([, file, text]) => [file, text]))
  const { code, output } = await runTool(plantRepository({ ...faults, ...clean }), 'oxlint', ['--format=unix', '.'])
  const lines = output.split('\n')
  for (const [what, file, , rule] of planted) {
    const found = lines.filter((line) => line.startsWith(`${file}:`)).join('\n')
    expect(found, what).toContain(rule)
  }
  expect(code).not.toBe(0)
  expect(output).not.toMatch(/double\.ts|config\.ts/)
})

test('an export that nothing uses is found', async () => {
  const root = plantRepository({
    'packages/core/src/orders/index.ts': "export { used, unused } from './a.ts'",
    'packages/core/src/orders/a.ts': 'export const used = 1\nexport const unused = 2\nexport const hidden = 3',
    'apps/sync-server/src/main.ts': "import { used } from '@orderez/core/orders'\nconsole.log(used)",
  })
  const { code, output } = await runTool(root, 'knip', ['--include', 'exports'])
  expect(code).not.toBe(0)
  expect(output).toMatch(/^unused .*orders\/index\.ts/m)
  expect(output).toMatch(/^hidden .*orders\/a\.ts/m)
  expect(output).not.toMatch(/^used /m)
})
