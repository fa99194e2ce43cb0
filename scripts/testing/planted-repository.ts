import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { localBinary, repositoryRoot } from '../run-program.ts'

const configurations = ['*.{json,jsonc}', '.oxlintrc.json', 'pnpm-workspace.yaml', '{apps,packages}/*/*.json']
const members = ['packages/core', 'apps/pos', 'apps/sync-server']

function linkPackages(root: string, folder: string): void {
  const installed = join(repositoryRoot, folder, 'node_modules')
  mkdirSync(join(root, folder, 'node_modules'), { recursive: true })
  for (const name of readdirSync(installed)) {
    if (name !== '@orderez') symlinkSync(join(installed, name), join(root, folder, 'node_modules', name), 'junction')
  }
}

function linkCore(root: string, member: string): void {
  mkdirSync(join(root, member, 'node_modules/@orderez'))
  symlinkSync(join(root, 'packages/core'), join(root, member, 'node_modules/@orderez/core'), 'junction')
}

/** A tree with this repository's configurations and packages and, as its only sources, the planted files. */
export function plantRepository(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'orderez-planted-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const path of globSync(configurations, { cwd: repositoryRoot })) {
    cpSync(join(repositoryRoot, path), join(root, path))
  }
  for (const folder of ['.', ...members]) linkPackages(root, folder)
  for (const member of ['apps/pos', 'apps/sync-server']) linkCore(root, member)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

export interface ToolAnswer {
  readonly code: number
  readonly output: string
}

/** Runs one of the workspace's tools in a planted tree, as scripts/check.ts runs it here. */
export function runTool(root: string, tool: string, args: readonly string[]): Promise<ToolAnswer> {
  return new Promise((resolve) => {
    const env = { ...process.env, PATH: `${dirname(localBinary(tool))}:${process.env['PATH']}`, NO_COLOR: '1' }
    execFile(localBinary(tool), args, { cwd: root, env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0
      resolve({ code, output: `${stdout}${stderr}` })
    })
  })
}
