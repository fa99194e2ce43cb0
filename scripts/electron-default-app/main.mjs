// What `electron FOLDER` runs first: it loads that folder's application. The test runtime comes without Electron's own.
import { existsSync, readFileSync } from 'node:fs'
import Module from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

function readArguments(args) {
  const preloads = []
  let folder = null
  for (let at = 0; at < args.length && folder === null; at += 1) {
    if (args[at] === '-r' || args[at] === '--require') preloads.push(args[(at += 1)])
    else if (!args[at].startsWith('-')) folder = args[at]
  }
  return { folder, preloads }
}

function takeIdentity(folder) {
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return
  const { name, productName, version } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (version) app.setVersion(version)
  app.name = productName ?? name ?? 'Electron'
}

function stop(message, code) {
  console.error(message)
  process.exit(code)
}

const given = process.argv.slice(1)
if (given.includes('--version') || given.includes('-v')) stop(`v${process.versions.electron}`, 0)
const { folder, preloads } = readArguments(given)
if (folder === null) stop('usage: electron FOLDER', 1)

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
if (preloads.length > 0) Module._preloadModules(preloads)
const path = resolve(folder)
takeIdentity(path)
const main = Module._resolveFilename(path, null, true)
app.setAppPath(existsSync(join(path, 'package.json')) ? path : dirname(main))
try {
  // Awaited at the top: Electron holds back `ready` until its first module is done.
  await import(pathToFileURL(main).href)
} catch (error) {
  stop(error, 1)
}
