import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonObject, type JsonValue } from '../kernel/index.ts'
import { elementsOf } from './elements.ts'
import { mergeDocuments, rebase } from './index.ts'

/** Documents such as people edit: plain fields, an object, a map, and a list of things with ids. Every key is always there. */
const scalar = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('x', 'y', null, true))
const element = (id: string) =>
  fc.record({ id: fc.constant(id), price: scalar, names: fc.record({ zh: scalar, en: scalar }) })
const elements = fc
  .subarray(['e1', 'e2', 'e3', 'e4'])
  .chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length }))
  .chain((ids) => fc.tuple(...ids.map(element)))
const document = fc.record({
  a: scalar,
  b: scalar,
  tags: fc.array(scalar, { maxLength: 3 }),
  names: fc.record({ zh: scalar, en: scalar }),
  map: fc.dictionary(fc.constantFrom('k1', 'k2', 'k3'), scalar),
  list: elements,
})

/** What a person does: changes the fields of some places, adds elements and keys; takes nothing away. */
const changes = fc.record(
  {
    a: scalar,
    b: scalar,
    tags: fc.array(scalar, { maxLength: 3 }),
    names: fc.record({ zh: scalar, en: scalar }),
    map: fc.dictionary(fc.constantFrom('k1', 'k2', 'k3'), scalar),
    price: fc.tuple(fc.nat(3), scalar),
    added: element('e5'),
  },
  { requiredKeys: [] },
)
type Base = JsonObject & { readonly map: JsonObject; readonly list: readonly JsonObject[] }

function edited(base: Base, change: typeof changes extends fc.Arbitrary<infer C> ? C : never): JsonObject {
  const { price, added, map, ...fields } = change
  const list = base.list.map((item, index) => (price && index === price[0] ? { ...item, price: price[1] } : item))
  const own = list.some((item) => item['id'] === added?.id) || !added ? list : [...list, added]
  return { ...base, ...fields, map: { ...base.map, ...map }, list: own }
}

const idsIn = (value: JsonValue | undefined) => [...(elementsOf(value)?.keys() ?? [])]

describe('three-way merge', () => {
  it('of a side that changed nothing gives the other side', () => {
    fc.assert(
      fc.property(document, changes, (base, change) => {
        const other = edited(base, change)
        const unchangedMine = mergeDocuments({ base, theirs: other, mine: base })
        const unchangedTheirs = mergeDocuments({ base, theirs: base, mine: other })
        expect(canonicalJson(unchangedMine.merged)).toBe(canonicalJson(other))
        expect(canonicalJson(unchangedTheirs.merged)).toBe(canonicalJson(other))
        expect([...unchangedMine.conflicts, ...unchangedTheirs.conflicts]).toEqual([])
      }),
    )
  })

  it('applied twice changes nothing more', () => {
    fc.assert(
      fc.property(document, changes, changes, (base, one, two) => {
        const mine = edited(base, two)
        const once = mergeDocuments({ base, theirs: edited(base, one), mine })
        const twice = mergeDocuments({ base, theirs: once.merged, mine })
        expect(canonicalJson(twice.merged)).toBe(canonicalJson(once.merged))
      }),
    )
  })

  it('of any documents never loses an element, a key or a field', () => {
    fc.assert(
      fc.property(
        fc.option(document),
        document,
        document,
        fc.constantFrom('theirs' as const, 'mine' as const),
        (base, theirs, mine, standing) => {
          const { merged } = mergeDocuments({ base, theirs, mine, standing })
          expect(new Set(idsIn(merged['list']))).toEqual(new Set([...idsIn(theirs.list), ...idsIn(mine.list)]))
          expect(new Set(Object.keys(merged['map'] ?? {}))).toEqual(
            new Set([...Object.keys(theirs.map), ...Object.keys(mine.map)]),
          )
          expect(Object.keys(merged).toSorted()).toEqual(Object.keys(theirs).toSorted())
        },
      ),
    )
  })

  it('of different fields commutes, without a conflict', () => {
    fc.assert(
      fc.property(document, scalar, scalar, scalar, (base, a, zh, en) => {
        const one = { ...base, a, names: { ...base.names, zh } }
        const two = { ...base, names: { ...base.names, en }, map: { ...base.map, k9: en } }
        const oneFirst = mergeDocuments({ base, theirs: one, mine: two })
        const twoFirst = mergeDocuments({ base, theirs: two, mine: one })
        expect(canonicalJson(oneFirst.merged)).toBe(canonicalJson(twoFirst.merged))
        expect([...oneFirst.conflicts, ...twoFirst.conflicts]).toEqual([])
      }),
    )
  })

  it('finds the same conflicts from either side, and every one is a true one', () => {
    fc.assert(
      fc.property(document, changes, changes, (base, one, two) => {
        const [a, b] = [edited(base, one), edited(base, two)]
        const here = mergeDocuments({ base, theirs: a, mine: b }).conflicts
        const there = mergeDocuments({ base, theirs: b, mine: a }).conflicts
        const paths = (list: typeof here) => list.map((conflict) => conflict.path.join('.')).toSorted()
        expect(paths(here)).toEqual(paths(there))
        for (const { base: was = 'absent', theirs = 'absent', mine = 'absent' } of here) {
          expect(new Set([was, theirs, mine].map(canonicalJson)).size).toBe(3)
        }
      }),
    )
  })
})

describe('rebase', () => {
  it('of an edit that did not go on shows what the server made of it', () => {
    fc.assert(
      fc.property(document, changes, changes, (base, one, two) => {
        const sent = edited(base, two)
        const { merged } = mergeDocuments({ base, theirs: edited(base, one), mine: sent })
        const rebased = rebase({ sent, merged, mine: sent })
        expect(canonicalJson(rebased.mine)).toBe(canonicalJson(merged))
        expect(rebased.base).toBe(merged)
        expect(rebased.conflicts).toEqual([])
      }),
    )
  })

  it('keeps everything typed meanwhile, and pushing it then brings it to the server unchanged', () => {
    fc.assert(
      fc.property(document, changes, changes, scalar, (base, one, two, typed) => {
        const sent = edited(base, two)
        const { merged } = mergeDocuments({ base, theirs: edited(base, one), mine: sent })
        const rebased = rebase({ sent, merged, mine: { ...sent, a: typed } })
        expect(rebased.mine['a']).toEqual(
          canonicalJson(typed) === canonicalJson(sent['a'] ?? null) ? merged['a'] : typed,
        )
        const pushed = mergeDocuments({ base: rebased.base, theirs: merged, mine: rebased.mine })
        expect(canonicalJson(pushed.merged)).toBe(canonicalJson(rebased.mine))
        expect(pushed.conflicts).toEqual([])
      }),
    )
  })
})
