import * as z from 'zod'
import { namesSchema, type Names } from '@orderez/core/kernel'
import { isJson } from './api-call.ts'

const TIMEOUT_MS = 5_000
const siteFactsSchema = z.object({
  names: namesSchema,
  demoSignIns: z.array(z.object({ signIn: z.string(), name: z.string(), pin: z.string() })),
})

/** What the site tells everybody: its names and, in the demo only, how to sign in. */
export interface SiteFacts {
  readonly names: Names
  readonly demoSignIns: readonly { readonly signIn: string; readonly name: string; readonly pin: string }[]
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
