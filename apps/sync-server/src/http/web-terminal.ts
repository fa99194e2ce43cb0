import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler } from 'express'
import { compressedAssets } from './compressed-assets.ts'

const YEAR_S = 31_536_000
const FOR_EVER = `public, max-age=${YEAR_S}, immutable`
const PAGE = 'index.html'

/** Serves the built web terminal: hashed assets for ever, the page and the service worker never from a cache; unknown paths get the page. */
export function webTerminal(root: string): RequestHandler {
  const files = express.static(root, {
    index: PAGE,
    setHeaders(response, path) {
      const immutable = /[\\/]assets[\\/]/.test(path)
      response.setHeader('cache-control', immutable ? FOR_EVER : 'no-cache')
    },
  })
  const compressed = compressedAssets(root, FOR_EVER)
  const plain: RequestHandler = (request, response, next) => {
    files(request, response, (fault?: unknown) => {
      if (fault) return next(fault)
      const isRead = request.method === 'GET' || request.method === 'HEAD'
      const wantsPage = isRead && request.accepts('html') && !request.path.includes('.')
      if (!wantsPage || !existsSync(join(root, PAGE))) return next()
      response.setHeader('cache-control', 'no-cache').sendFile(PAGE, { root })
    })
  }
  return (request, response, next) =>
    compressed(request, response, (fault?: unknown) => (fault ? next(fault) : plain(request, response, next)))
}
