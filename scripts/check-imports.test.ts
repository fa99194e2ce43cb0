import { describe, expect, test } from 'vitest'
import { findWrongImports } from './check-imports.ts'
import { repositoryRoot } from './run-program.ts'
import { plantRepository } from './testing/planted-repository.ts'

const wrong: readonly (readonly [file: string, specifier: string, reason: RegExp])[] = [
  ['packages/core/src/orders/a.ts', 'express', /core is pure/],
  ['packages/core/src/orders/a.ts', 'node:fs', /core is pure/],
  ['packages/core/src/orders/a.ts', '../testing/index.ts', /does not load test code/],
  ['packages/core/src/orders/a.ts', 'fast-check', /does not load test code/],
  ['packages/core/src/orders/a.ts', '../kernel/money.ts', /entered by its index.ts/],
  ['packages/core/src/orders/a.ts', './b', /with its extension/],
  ['apps/sync-server/src/http/a.ts', 'nano', /only sync-server\/src\/store knows CouchDB/],
  ['apps/sync-server/src/http/a.ts', '../../../pos/src/shared/host-api.ts', /through package exports/],
  ['apps/sync-server/src/http/a.ts', '../../../../packages/core/src/kernel/index.ts', /through package exports/],
  ['apps/sync-server/src/http/a.ts', '@orderez/core/kernel/money.ts', /through package exports/],
  ['apps/sync-server/src/modules/orders/a.ts', '../terminals/tokens.ts', /entered by its index.ts/],
  ['apps/pos/src/renderer/features/floor/a.tsx', 'rxdb/plugins/core', /only renderer\/data knows/],
  ['apps/pos/src/renderer/features/floor/a.tsx', 'electron', /only main\/ and preload\/ know electron/],
  ['apps/pos/src/renderer/features/floor/a.tsx', 'node:path', /neither Node nor Electron/],
  ['apps/pos/src/renderer/ui/button.tsx', '../features/floor/index.ts', /knows no feature/],
  ['apps/pos/src/renderer/features/floor/a.tsx', '../../data/database.ts', /through data\/ by its index.ts/],
  ['apps/pos/src/main/main.ts', '../renderer/app/boot.ts', /do not load the window/],
  ['apps/pos/src/shared/host-api.ts', 'node:fs', /zod, core and itself only/],
]

describe('an import outside its zone is found', () => {
  test.each(wrong)('%s imports %s', (file, specifier, reason) => {
    const found = findWrongImports(plantRepository({ [file]: `\nimport { x } from '${specifier}'\nx()\n` }))
    expect(found.map((entry) => entry.reason)).toContainEqual(expect.stringMatching(reason))
    expect(found[0]).toMatchObject({ file, line: 2, specifier })
  })

  test.each([
    ['a re-export', "export * from 'rxdb'"],
    ['a named re-export', "export { createRxDatabase } from 'rxdb'"],
    ['a type import', "import type { RxDatabase } from 'rxdb'"],
    ['an import at run time', "await import('rxdb')"],
  ])('%s counts like any other', (_, text) => {
    expect(findWrongImports(plantRepository({ 'apps/pos/src/renderer/app/a.ts': text }))).toHaveLength(1)
  })
})

test('imports within their zones pass', () => {
  const root = plantRepository({
    'packages/core/src/orders/a.ts':
      "import * as z from 'zod'\nimport { x } from '../kernel/index.ts'\nimport './b.ts'",
    'packages/core/src/orders/a.test.ts': "import fc from 'fast-check'\nimport { y } from '../testing/index.ts'",
    'apps/sync-server/src/store/a.ts': "import nano from 'nano'\nimport { s } from '@orderez/core/sync'",
    'apps/sync-server/src/store/a.test.ts': "import { c } from '@orderez/core/testing/document-store-contract'",
    'apps/pos/src/renderer/data/a.ts': "import { createRxDatabase } from 'rxdb'",
    'apps/pos/src/main/main.ts': "import { app } from 'electron'\nimport { readFile } from 'node:fs/promises'",
  })
  expect(findWrongImports(root)).toEqual([])
})

test('this repository keeps its zones', () => {
  const wrongHere = findWrongImports(repositoryRoot).map(({ file, line, specifier }) => `${file}:${line} ${specifier}`)
  expect(wrongHere).toEqual([])
})
