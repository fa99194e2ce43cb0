import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue, Result } from '../kernel/index.ts'
import { PROTOCOL, pushResponseSchema, SYNCED_COLLECTIONS } from '../sync/index.ts'
import { openSite, type AuthoritySite, type SiteTerminal } from '../testing/authority-site.ts'

const ERRORS = ['request.malformed', 'branch.other', 'protocol.unsupported', 'cursor.invalid', 'authority.unavailable']

/** What no reader expects: wrong types, huge numbers, lone surrogates, prototypes, nesting. */
const nasty = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true, withTypedArray: true }),
  fc.constantFrom<unknown>(
    2 ** 53 + 1,
    -1,
    Number.NaN,
    '\ud800',
    '__proto__',
    '',
    null,
    undefined,
    [],
    {},
    'x'.repeat(100_000),
  ),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":1}')),
  fc.integer({ min: 40, max: 3_000 }).map(nested),
)

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** A sound thing with one of its parts, at whatever depth, replaced, added or taken away. */
function mutated(sound: JsonObject): fc.Arbitrary<unknown> {
  const paths = pathsOf(sound)
  return fc
    .tuple(fc.constantFrom(...paths), nasty, fc.constantFrom('replace', 'remove', 'add'))
    .map(([path, value, how]) => changeAt(structuredClone(sound), path, value, how))
}

function pathsOf(value: JsonValue | undefined, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [[...path]]
  const below = Object.entries(value).flatMap(([key, item]) => pathsOf(item as JsonValue, [...path, key]))
  return path.length === 0 ? below : [[...path], ...below]
}

function changeAt(root: unknown, path: readonly string[], value: unknown, how: string): unknown {
  let holder = root as Record<string, unknown>
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>
  const last = path.at(-1) ?? ''
  if (how === 'remove') delete holder[last]
  else if (how === 'add' && Array.isArray(holder)) holder.push(value)
  else holder[how === 'add' ? `${last}More` : last] = value
  return root
}

async function contentOf(site: AuthoritySite): Promise<string> {
  const collections = SYNCED_COLLECTIONS.filter((name) => name !== 'inbox')
  const pages = await Promise.all(collections.map((name) => site.store.list(name, null, 1_000)))
  return JSON.stringify(pages)
}

interface Prepared {
  readonly site: AuthoritySite
  readonly tablet: SiteTerminal
}

async function prepare(): Promise<Prepared> {
  const site = await openSite()
  const tablet = await site.enrol()
  await tablet.pushed([tablet.open(site.ids.next('order'))])
  await tablet.handshake()
  return { site, tablet }
}

function expectTyped(result: Result<unknown, string>): void {
  if (!result.ok) expect(ERRORS).toContain(result.code)
}

describe('A1: bad input gets a typed answer, changes nothing and does not throw', () => {
  test('requests of any shape', async () => {
    const { site, tablet } = await prepare()
    const before = await contentOf(site)
    const epoch = site.authority().epoch()
    const calls = ['handshake', 'push', 'pull', 'fetch'] as const
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calls), nasty, async (call, request) => {
        const result = await site.authority()[call](tablet.actor, request)
        expect(result).toMatchObject({ ok: false, code: 'request.malformed' })
      }),
      { numRuns: 300 },
    )
    expect(await contentOf(site)).toBe(before)
    expect(site.authority().epoch()).toBe(epoch)
  })

  test('sound requests with one part gone wrong', async () => {
    const { site, tablet } = await prepare()
    const page = await tablet.pull('menu')
    if (!page.ok) throw new Error(page.code)
    const { branch } = site
    const epoch = site.authority().epoch()
    const { incarnation, n, hash } = tablet.tail()
    const requests = {
      handshake: { protocol: PROTOCOL, branch, incarnation, n, hash, decided: 1, epoch: site.authority().epoch() },
      pull: { branch, collection: 'menu', checkpoint: page.value.checkpoint, limit: 10 },
      fetch: { branch, collection: 'orders', ids: [site.ids.next('order')] },
    } satisfies Record<string, JsonObject>
    const before = await contentOf(site)
    for (const call of ['handshake', 'pull', 'fetch'] as const) {
      await fc.assert(
        fc.asyncProperty(mutated(requests[call]), async (request) => {
          expectTyped(await site.authority()[call](tablet.actor, request))
        }),
        { numRuns: 200 },
      )
    }
    expect(await contentOf(site)).toBe(before)
    expect(site.authority().epoch()).toBe(epoch)
  })

  test('items of a push: each is answered, and the good one beside it is decided', async () => {
    const { site, tablet } = await prepare()
    const order = site.ids.next('order')
    const [sound] = tablet.log(
      tablet.draft(order, 'roundSent', { round: site.ids.next('round'), lines: [site.line()] }),
    )
    const edit = tablet.edit('menu', site.dish, { ...site.dish, sort: 2 })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(nasty, mutated(sound as JsonObject)),
        fc.oneof(nasty, mutated(edit as JsonObject)),
        async (item, change) => {
          const good = tablet.note(order, 'good')
          const answer = await tablet.pushed([item, good], [change])
          pushResponseSchema.parse(answer)
          expect(answer.facts[1]).toMatchObject({ outcome: 'decided', verdict: { of: good.id, decision: 'accepted' } })
          expect(answer.facts[0]?.outcome).not.toBe('retry')
          expect(answer.edits[0]?.outcome).not.toBe('retry')
        },
      ),
      { numRuns: 300 },
    )
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(site.events.filter(({ event }) => event === 'batch.failed')).toEqual([])
  })
})
