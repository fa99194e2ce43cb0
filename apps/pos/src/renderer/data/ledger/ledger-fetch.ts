import { isJson, type TokenSource } from '../api-call.ts'
import type { NetworkCut } from '../network-cut.ts'

const TIMEOUT_MS = 30_000

/**
 * What PouchDB asks with: this terminal's token, renewed once when the server does not take it, and the switch that cuts it off. `root` is asked
 * for the id of a CouchDB, which ours does not tell; PouchDB then goes by the address.
 */
export function createLedgerFetch(tokens: TokenSource, cable: Pick<NetworkCut, 'isCut'>, root: string): typeof fetch {
  async function ask(url: string, options: RequestInit, token: string): Promise<Response> {
    if (cable.isCut()) throw new TypeError('the network is cut by hand')
    const headers = new Headers(options.headers)
    headers.set('authorization', `Bearer ${token}`)
    const response = await fetch(url, {
      ...options,
      headers,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    })
    if (!isJson(response)) throw new TypeError('something answered that is not our server')
    return response
  }

  return async (input, options = {}) => {
    const url = input instanceof Request ? input.url : String(input)
    if (url === `${root}/`) return Response.json({})
    const token = await tokens.accessToken()
    const first = await ask(url, options, token)
    if (first.status !== 401) return first
    const renewed = await tokens.renew(token)
    return renewed.ok ? ask(url, options, renewed.value) : first
  }
}
