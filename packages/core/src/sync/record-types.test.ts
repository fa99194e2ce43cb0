import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { chainFacts, emptyOrder, mergeOrders, startLog, type FactDraft, type OrderDocument } from '../orders/index.ts'
import { EDITED_KINDS } from '../staff/index.ts'
import { openSite } from '../testing/authority-site.ts'
import {
  EDITED_COLLECTIONS,
  INDEXED_FIELDS,
  liftRecord,
  orderHeader,
  parseRecord,
  RECORD_TYPES,
  recordTypeOf,
  rxSchemaOf,
  serverIndexesOf,
  SYNCED_COLLECTIONS,
  type RecordType,
} from './index.ts'

describe('the table of record types', () => {
  test('names each kind once, and an edited kind for each right to edit', () => {
    const kinds = RECORD_TYPES.map(({ kind }) => kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    const edited = RECORD_TYPES.filter(({ action }) => action !== null)
    expect(edited.map(({ kind }) => kind).sort()).toEqual([...EDITED_KINDS].sort())
    for (const { collection, action, kind } of edited) {
      expect(EDITED_COLLECTIONS).toContain(collection)
      expect(action).toBe(`edit.${kind}`)
    }
  })

  test('has a migration from every version to the newest', () => {
    for (const type of RECORD_TYPES) {
      const steps = Object.keys(type.migrations).map(Number)
      expect(steps).toEqual(Array.from({ length: type.version - 1 }, (_, index) => index + 1))
    }
  })

  test('a document is lifted step by step, and parsed in the newest version', () => {
    const type: RecordType = {
      ...(RECORD_TYPES[0] as RecordType),
      kind: 'thing',
      version: 3,
      migrations: { 1: (thing) => ({ ...thing, a: 1 }), 2: ({ a, ...thing }) => ({ ...thing, b: a }) },
    }
    expect(liftRecord(type, { v: 1, kind: 'thing' })).toEqual({ v: 3, kind: 'thing', b: 1 })
    expect(liftRecord(type, { v: 3, c: 1 })).toEqual({ v: 3, c: 1 })
    expect(liftRecord(type, { v: 9, later: true })).toEqual({ v: 9, later: true })
  })

  test('parse: a kind of another collection, a later version and an unsound document are told apart', async () => {
    const { dish } = await openSite()
    expect(parseRecord('menu', dish)).toMatchObject({ ok: true, value: { type: { kind: 'dish' } } })
    expect(parseRecord('floor', dish)).toMatchObject({ code: 'record.kindUnknown' })
    expect(parseRecord('menu', { ...dish, v: 2 })).toMatchObject({ code: 'record.tooNew' })
    expect(parseRecord('menu', { ...dish, v: 0 })).toMatchObject({ code: 'record.invalid' })
    expect(parseRecord('menu', { ...dish, price: 1.5 })).toMatchObject({ code: 'record.invalid' })
    expect(recordTypeOf('__proto__')).toBeNull()
  })
})

describe('headers and indexes', () => {
  test('each kind fills exactly the indexed fields of its collection, within their bounds', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    await tablet.pushed([tablet.open(order), tablet.send(order), 'not a fact'])
    for (const collection of SYNCED_COLLECTIONS) {
      for (const stored of await site.store.list(collection, null, 100)) {
        z.strictObject(INDEXED_FIELDS[collection]).parse(stored.header)
        expect(Object.keys(stored.header).sort()).toEqual([...serverIndexesOf(collection)].sort())
      }
    }
    expect((await site.store.list('inbox', null, 10)).length + (await site.store.list('orders', null, 10)).length).toBe(
      2,
    )
  })

  test('an order is open until it is closed with everything that stands on its bill', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const line = site.line()
    const empty = { charges: [], discounts: [], due: 3_800, seen: { count: 0, digest: '0'.repeat(64) } }
    const steps: FactDraft[] = [
      tablet.draft(order, 'roundSent', { round: site.ids.next('round'), lines: [line] }),
      { ...tablet.open(order) },
      tablet.draft(order, 'closed', { basis: { ...empty, units: [] } }),
      tablet.draft(order, 'closed', { basis: { ...empty, units: [{ line: line.id, units: [1] }] } }),
      tablet.draft(order, 'roundSent', { round: site.ids.next('round'), lines: [site.line()] }),
    ]
    let tail = startLog(tablet.actor.terminal, site.ids.next('incarnation'))
    let document: OrderDocument = emptyOrder(order)
    const open = steps.map((step) => {
      const chained = chainFacts(tail, [step])
      tail = chained.tail
      document = mergeOrders(document, {
        ...emptyOrder(order),
        facts: { [step.id]: chained.facts[0] },
      } as OrderDocument)
      return orderHeader(document, tablet.actor.terminal)['open']
    })
    expect(open).toEqual([1, 1, 1, 0, 1])
    expect(orderHeader(document, null)).toMatchObject({ open: 1, day: '', table: '' })
    expect(orderHeader(document, tablet.actor.terminal)).toMatchObject({ day: '2026-11-20' })
  })

  test('RxDB: indexed fields are required and bounded, the body is open', () => {
    for (const collection of SYNCED_COLLECTIONS) {
      const schema = z
        .object({
          primaryKey: z.literal('id'),
          required: z.array(z.string()),
          indexes: z.array(z.string()),
          properties: z.record(
            z.string(),
            z.union([
              z.object({ type: z.literal('string'), maxLength: z.int().max(100) }),
              z.object({ type: z.literal('number'), minimum: z.int(), maximum: z.int(), multipleOf: z.literal(1) }),
              z.object({ type: z.literal('object'), additionalProperties: z.literal(true) }),
            ]),
          ),
        })
        .parse(rxSchemaOf(collection))
      expect(schema.required).toEqual(expect.arrayContaining(schema.indexes))
      expect(Object.keys(schema.properties).sort()).toEqual([...schema.required].sort())
    }
  })
})
