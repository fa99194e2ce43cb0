import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix, sep } from 'node:path'
import { parseSync } from 'oxc-parser'
import { importZones, type ImportTarget } from './import-zones.ts'

export interface WrongImport {
  readonly file: string
  readonly line: number
  readonly specifier: string
  readonly reason: string
}

interface FoundImport {
  readonly specifier: string
  readonly offset: number
}

const corePackage = '@orderez/core'
const coreFolder = 'packages/core'
const sourceFiles = ['apps/*/{src,e2e,bench}/**/*.{ts,tsx}', 'packages/*/{src,sim}/**/*.ts', 'scripts/**/*.ts']

function importsOf(path: string, source: string): FoundImport[] {
  const { module } = parseSync(path, source)
  const found = new Map<number, string>()
  for (const { moduleRequest } of module.staticImports) found.set(moduleRequest.start, moduleRequest.value)
  for (const { moduleRequest } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (moduleRequest) found.set(moduleRequest.start, moduleRequest.value)
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^(['"`])(.*)\1$/.exec(source.slice(moduleRequest.start, moduleRequest.end))
    if (literal?.[2] !== undefined) found.set(moduleRequest.start, literal[2])
  }
  return [...found].map(([offset, specifier]) => ({ offset, specifier }))
}

/** Where an import of core leads: by one of its `exports`, or past them. */
function coreTarget(root: string, inside: string): ImportTarget {
  const manifest: { exports: Record<string, string> } = JSON.parse(
    readFileSync(join(root, coreFolder, 'package.json'), 'utf8'),
  )
  const named = manifest.exports[`./${inside}`]
  if (named !== undefined) return { kind: 'file', path: posix.join(coreFolder, named), by: 'package' }
  if (!inside.includes('/')) return { kind: 'file', path: `${coreFolder}/src/${inside}/index.ts`, by: 'package' }
  return { kind: 'file', path: `${coreFolder}/src/${inside}`, by: 'path' }
}

function targetOf(root: string, file: string, request: string): ImportTarget {
  const specifier = request.replace(/\?.*$/, '')
  if (specifier.startsWith('.')) {
    return { kind: 'file', path: posix.join(posix.dirname(file), specifier), by: 'path' }
  }
  if (isBuiltin(specifier)) return { kind: 'node', name: specifier }
  if (specifier.startsWith(`${corePackage}/`)) return coreTarget(root, specifier.slice(corePackage.length + 1))
  const [first = '', second = ''] = specifier.split('/')
  return { kind: 'package', name: first.startsWith('@') ? `${first}/${second}` : first }
}

function wrongImportsOf(root: string, file: string): WrongImport[] {
  const source = readFileSync(join(root, file), 'utf8')
  const zones = importZones.filter((zone) => zone.binds(file))
  return importsOf(file, source).flatMap(({ specifier, offset }) => {
    const target = targetOf(root, file, specifier)
    const line = source.slice(0, offset).split('\n').length
    return zones.filter((zone) => !zone.allows(target, file)).map(({ reason }) => ({ file, line, specifier, reason }))
  })
}

/** Every import under `root` that a zone of import-zones.ts forbids. */
export function findWrongImports(root: string): WrongImport[] {
  const files = globSync(sourceFiles, { cwd: root }).map((file) => file.split(sep).join('/'))
  return files.sort().flatMap((file) => wrongImportsOf(root, file))
}

if (import.meta.main) {
  const wrong = findWrongImports(process.cwd())
  for (const { file, line, specifier, reason } of wrong)
    console.error(`${file}:${line} imports ${specifier}: ${reason}`)
  console.log(wrong.length === 0 ? 'imports: all within their zones' : `imports: ${wrong.length} outside their zones`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
