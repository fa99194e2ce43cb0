import express, { type RequestHandler } from 'express'
import { parseJsonStrict } from '@orderez/core/kernel'
import { Problem } from './problem.ts'

/** The largest body that any route reads. A push of 500 facts with 12 lines each stays under it. */
const BODY_LIMIT = '4mb'

const readText = express.text({ type: 'application/json', limit: BODY_LIMIT, defaultCharset: 'utf-8' })

/** Reads a JSON body with the kernel's strict parser: no duplicate keys, no `__proto__`, no unsafe numbers, bounded depth. */
export const jsonBody: RequestHandler = readBody('checked')

/** The same for a body of items that are parsed one by one: a number or a text that nobody can keep is that item's fault alone. */
export const itemsBody: RequestHandler = readBody('unchecked')

function readBody(values: 'checked' | 'unchecked'): RequestHandler {
  return (request, response, next) => {
    readText(request, response, (fault?: unknown) => {
      if (fault) return next(fault)
      const text: unknown = request.body
      if (typeof text !== 'string') return next(new Problem('request.notJson'))
      const parsed = parseJsonStrict(text, { values })
      if (!parsed.ok) return next(new Problem(parsed.code, parsed.detail))
      request.body = parsed.value
      next()
    })
  }
}
