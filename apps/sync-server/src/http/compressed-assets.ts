import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { RequestHandler } from 'express'

const compress = promisify(brotliCompress)
/** The first page after a start waits for it: most of the gain, in a tenth of the time. */
const QUALITY = 5
const ASSET = /^\/assets\/([\w.-]+\.(?:js|css))$/

/** Scripts and styles as Brotli, a third of their size: compressed once, as their name is their content. Whatever it does not know, the next one serves. */
export function compressedAssets(root: string, cacheControl: string): RequestHandler {
  const known = new Map<string, Promise<Buffer>>()
  function compressed(name: string): Promise<Buffer> {
    const before = known.get(name)
    if (before) return before
    const body = readFile(join(root, 'assets', name)).then((file) =>
      compress(file, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
    )
    known.set(name, body)
    return body
  }
  return async (request, response, next) => {
    const name = ASSET.exec(request.path)?.[1]
    if (request.method !== 'GET' || name === undefined || request.acceptsEncodings('br') !== 'br') return next()
    try {
      const body = await compressed(name)
      response
        .setHeader('cache-control', cacheControl)
        .setHeader('content-encoding', 'br')
        .setHeader('vary', 'accept-encoding')
      response.type(name.endsWith('.js') ? 'js' : 'css').send(body)
    } catch {
      // Not there, or not to be read: the one who serves plain files says so.
      known.delete(name)
      next()
    }
  }
}
