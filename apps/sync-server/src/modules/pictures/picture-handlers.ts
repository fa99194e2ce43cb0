import type { RequestHandler } from 'express'
import { idSchema } from '@orderez/core/kernel'
import { Problem } from '../../http/problem.ts'
import type { Pictures } from './pictures.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
/** A drawing opened by itself is a document: it runs nothing and loads nothing. */
const NOTHING_BUT_ITSELF = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

const personSchema = idSchema('person')

export interface PictureHandlers {
  readonly keep: RequestHandler
  readonly show: RequestHandler
}

/** Pictures over HTTP: photographs come in from terminals, everything goes out under the name of its content, to anybody who knows that name. */
export function pictureHandlers(pictures: Pictures): PictureHandlers {
  return {
    async keep(request, response) {
      const by = personSchema.safeParse(request.query['by'])
      if (!by.success) throw new Problem('request.malformed', 'by: who brings it')
      const kept = await pictures.keep(new Uint8Array(request.body), by.data)
      if (!kept.ok) throw new Problem(kept.code)
      response.status(201).json({ picture: kept.value })
    },
    async show(request, response) {
      const found = await pictures.find(String(request.params['name']))
      if (!found) {
        // It may be on its way from the terminal that took it.
        response.setHeader('cache-control', 'no-store')
        throw new Problem('picture.unknown')
      }
      response
        .status(200)
        .setHeader('cache-control', FOR_EVER)
        .setHeader('content-security-policy', NOTHING_BUT_ITSELF)
        .setHeader('x-content-type-options', 'nosniff')
        .type(found.type)
        .send(Buffer.from(found.bytes))
    },
  }
}
