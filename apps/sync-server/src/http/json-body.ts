import express, { type RequestHandler } from 'express'
import { err, ok, parseJsonStrict, type JsonValue, type Result } from '@orderez/core/kernel'
import { Problem } from './problem.ts'

/** The largest body that any route reads. A push of 500 facts with 12 lines each stays under it. */
const ITEMS_LIMIT = '4mb'
/** Checkpoints and lists of ids of an enrolled terminal. */
const CALL_LIMIT = '64kb'
/** What somebody may send who has not shown who they are: a code, a name, a token. */
const STRANGER_LIMIT = '4kb'

/** Documents of a ledger as PouchDB sends them: a batch of facts and their envelopes. */
const LEDGER_LIMIT = '8mb'

/** A whole menu as it was pasted, from who has shown that they may set up. */
const MENU_LIMIT = '3mb'

/** Reads a JSON body with the kernel's strict parser: no duplicate keys, no `__proto__`, no unsafe numbers, bounded depth. */
export const jsonBody: RequestHandler = readBody('checked', CALL_LIMIT)

/** The same from somebody unknown: small, so that reading it costs nothing. */
export const strangersBody: RequestHandler = readBody('checked', STRANGER_LIMIT)

/** The same for a whole restaurant. */
export const restaurantBody: RequestHandler = readBody('checked', MENU_LIMIT)

/** The same for a body of items that are parsed one by one: a number or a text that nobody can keep is that item's fault alone. */
export const itemsBody: RequestHandler = readBody('unchecked', ITEMS_LIMIT)

/** The same for documents of a ledger, which are parsed strictly one by one: what one of them says must not hold up the others, at any depth. */
export const ledgerBody: RequestHandler = readBody('alone', LEDGER_LIMIT)

type Strictness = 'checked' | 'unchecked' | 'alone'

function readBody(values: Strictness, limit: string): RequestHandler {
  // Nothing compressed: a few bytes must not become megabytes to parse.
  const readText = express.text({ type: 'application/json', limit, defaultCharset: 'utf-8', inflate: false })
  return (request, response, next) => {
    readText(request, response, (fault?: unknown) => {
      if (fault) return next(fault)
      const text: unknown = request.body
      if (typeof text !== 'string') return next(new Problem('request.notJson'))
      const parsed = values === 'alone' ? parseLoosely(text) : parseJsonStrict(text, { values })
      if (!parsed.ok) return next(new Problem(parsed.code, parsed.detail))
      request.body = parsed.value
      next()
    })
  }
}

function parseLoosely(text: string): Result<JsonValue, 'json.malformed'> {
  try {
    return ok(JSON.parse(text))
  } catch (cause) {
    if (cause instanceof SyntaxError) return err('json.malformed', cause.message)
    throw cause
  }
}
