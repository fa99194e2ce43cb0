import * as z from 'zod'
import { idSchema, namesSchema, type BranchId, type Names } from '@orderez/core/kernel'
import { isJson } from './api-call.ts'

const TIMEOUT_MS = 5_000
const siteFactsSchema = z.object({
  // A server that nothing is set up on has none.
  names: namesSchema.nullable().catch(null),
  demoSignIns: z.array(z.object({ signIn: z.string(), name: z.string(), pin: z.string() })),
  setup: z.enum(['open', 'demo', 'done']),
  needsCode: z.boolean(),
  branch: idSchema('branch').nullable(),
  // A server of before says nothing of it.
  backup: z.object({ last: z.number().nullable(), now: z.number() }).nullable().default(null),
})

/** What the site tells everybody: its names and, in the demo only, how to sign in. */
export interface SiteFacts {
  readonly names: Names | null
  readonly demoSignIns: readonly { readonly signIn: string; readonly name: string; readonly pin: string }[]
  /** `open`: nothing is set up there yet. */
  readonly setup: 'open' | 'demo' | 'done'
  /** Setting it up from here takes the code that the server shows. */
  readonly needsCode: boolean
  readonly branch: BranchId | null
  /** When the newest backup was made (null: never), by the server's clock now; epoch milliseconds. Null where the server does not say. */
  readonly backup: { readonly last: number | null; readonly now: number } | null
}

/** Null without a network or from a server that is not ours: nothing here is needed to work. */
export async function fetchSiteFacts(): Promise<SiteFacts | null> {
  try {
    const response = await fetch('/api/site', {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      credentials: 'omit',
      cache: 'no-store',
    })
    if (!response.ok || !isJson(response)) return null
    const parsed = siteFactsSchema.safeParse(await response.json())
    return parsed.success ? parsed.data : null
  } catch (cause) {
    console.info('site facts', cause)
    return null
  }
}
