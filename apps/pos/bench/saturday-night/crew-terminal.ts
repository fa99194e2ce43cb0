import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { createIdSource, err, idSchema, ok, type EpochMs, type IdSource, type PersonId } from '@orderez/core/kernel'
import { foldOrder, type CommandCode, type CommandContext, type Drafts, type OrderState } from '@orderez/core/orders'
import type { TerminalStore } from '@orderez/core/sync'
import { createTerminalEngine, type TerminalEngine } from '@orderez/core/sync-engine'
import {
  createMemoryLogDisk,
  createMemoryStoreDisk,
  openMemoryFactLog,
  openMemoryTerminalStore,
} from '@orderez/core/testing'
import { createHttpServerLink } from '../../src/renderer/data/http-server-link.ts'

const enrolledSchema = z.looseObject({
  terminal: idSchema('terminal'),
  branch: idSchema('branch'),
  letters: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
})
const tokensSchema = z.looseObject({ accessToken: z.string(), refreshToken: z.string() })

/** A terminal without a screen: the engine that ships, on memory, over the network. */
export interface CrewTerminal {
  readonly name: string
  readonly letters: string
  readonly ids: IdSource
  readonly engine: TerminalEngine
  readonly store: TerminalStore
  context(person: PersonId): CommandContext
  /** Records what a command made; what makes no sense any more is left. */
  say(drafts: Drafts<CommandCode>): Promise<boolean>
  states(): Promise<readonly OrderState[]>
}

const entropy = (bytes: number) => new Uint8Array(randomBytes(bytes))
const clock = { wall: (): EpochMs => Date.now(), monotonic: () => performance.now() }
const timers = {
  after(ms: number, task: () => void) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

export async function openCrewTerminal(origin: string, code: string, name: string): Promise<CrewTerminal> {
  const { terminal, branch, letters, ...tokens } = enrolledSchema.parse(
    await post(`${origin}/api/terminals/enrol`, { code, name }),
  )
  let { accessToken, refreshToken } = tokens
  const link = createHttpServerLink(
    {
      accessToken: () => Promise.resolve(accessToken),
      async renew(stale) {
        if (stale !== accessToken) return ok(accessToken)
        const answer = await post(`${origin}/api/terminals/token`, { terminal, refreshToken })
        const renewed = tokensSchema.safeParse(answer)
        if (!renewed.success) return err('link.unauthorised')
        ;({ accessToken, refreshToken } = renewed.data)
        return ok(accessToken)
      },
    },
    `${origin}/api/sync`,
  )
  const ids = createIdSource({ now: () => Date.now(), random: entropy })
  const log = await openMemoryFactLog({
    disk: createMemoryLogDisk(),
    terminal,
    newIncarnation: () => ids.next('incarnation'),
  })
  const store = openMemoryTerminalStore({ disk: createMemoryStoreDisk() })
  const engine = createTerminalEngine({ log, store, link, clock, timers, entropy }, { terminal, branch })
  await engine.start()
  return {
    name,
    letters,
    ids,
    engine,
    store,
    context: (person) => ({ ids, now: () => engine.time.next(), person, may: () => true }),
    async say(drafts) {
      if (!drafts.ok || drafts.value.length === 0) return false
      await engine.record(drafts.value)
      return true
    },
    states: async () => (await store.listOrders(null, 10_000)).map((document) => foldOrder(document, terminal)),
  }
}

async function post(url: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers })
  return response.json()
}
