import { createHash, timingSafeEqual } from 'node:crypto'

const NAME = '[a-z][a-z0-9_-]*'
const LOCAL = '_local/[a-z0-9-]+'
const ATTACHED = '[0-9a-zA-Z]{1,80}\\.[a-z]{3,4}'
const DESIGN = '_design/[a-zA-Z0-9-]+'

type GateRoute = readonly [methods: string, path: RegExp]

/**
 * All that the store asks. Everything else stays outside: one request with an unknown filter ends the process of express-pouchdb,
 * and its own users and roles leave some requests of strangers without any answer.
 */
const ROUTES: readonly GateRoute[] = [
  ['GET', /^\/$/],
  ['GET PUT DELETE', new RegExp(`^/${NAME}$`)],
  ['GET POST', new RegExp(`^/${NAME}/_all_docs$`)],
  ['POST', new RegExp(`^/${NAME}/(_bulk_docs|_bulk_get|_revs_diff)$`)],
  ['GET', new RegExp(`^/${NAME}/_changes$`)],
  ['GET', new RegExp(`^/${NAME}/${ATTACHED}$`)],
  ['GET PUT', new RegExp(`^/${NAME}/(${LOCAL}|${DESIGN})$`)],
  ['GET', new RegExp(`^/${NAME}/${DESIGN}/_view/[a-z-]+$`)],
]

/** What PouchDB asks besides when it replicates. No server of ours opens these: they are for the peers of a bench. */
const REPLICATION_ROUTES: readonly GateRoute[] = [
  ['GET', new RegExp(`^/${NAME}/$`)],
  ['POST', new RegExp(`^/${NAME}/_changes$`)],
  ['GET PUT', new RegExp(`^/${NAME}/_local/[^/]+$`)],
]

export type GateVerdict = 'pass' | 'unauthorized' | 'unknownRoute'

export function createGate(
  authorization: string,
  { replicates = false }: { readonly replicates?: boolean } = {},
): (method: string, url: string, given: string | undefined) => GateVerdict {
  const expected = digest(authorization)
  const routes = replicates ? [...ROUTES, ...REPLICATION_ROUTES] : ROUTES
  return (method, url, given) => {
    if (!timingSafeEqual(digest(given ?? ''), expected)) return 'unauthorized'
    const { pathname, searchParams } = new URL(url, 'http://embedded')
    const known = routes.some(([methods, path]) => methods.split(' ').includes(method) && path.test(pathname))
    return known && !searchParams.has('filter') ? 'pass' : 'unknownRoute'
  }
}

function digest(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(text).digest())
}
