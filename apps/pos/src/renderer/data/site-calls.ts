import type * as z from 'zod'
import { err, type Result } from '@orderez/core/kernel'
import type { LinkFailure } from '@orderez/core/sync'
import { askAuthorised, type CallOptions, type TokenSource } from './api-call.ts'
import type { NetworkCut } from './network-cut.ts'

/** Questions to the server beside the sync: what only it can answer. They fail without a network, and nothing that sells waits for them. */
export interface SiteCalls {
  get<T>(path: string, answer: z.ZodType<T>): Promise<Result<T, LinkFailure>>
  post<T>(
    path: string,
    body: unknown,
    answer: z.ZodType<T>,
    options?: Pick<CallOptions, 'timeoutMs'>,
  ): Promise<Result<T, LinkFailure>>
}

export function createSiteCalls(tokens: TokenSource, network: Pick<NetworkCut, 'isCut'>): SiteCalls {
  const cut = () => err('link.offline' as const, 'the network is cut by hand')
  return {
    get: async (path, answer) => (network.isCut() ? cut() : askAuthorised(path, undefined, answer, tokens)),
    post: async (path, body, answer, options) =>
      network.isCut() ? cut() : askAuthorised(path, body, answer, tokens, options),
  }
}
