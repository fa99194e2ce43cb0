import { beforeEach, describe, expect, it } from 'vitest'
import { createAuthority, type Authority } from '@orderez/core/authority'
import { createIdSource, err, type BranchId, type JsonObject } from '@orderez/core/kernel'
import { serverIndexesOf, SYNCED_COLLECTIONS } from '@orderez/core/sync'
import { MemoryDocumentStore } from '@orderez/core/testing'
import { createSealer } from '../../tls/site-authority.ts'
import { demoFloor } from './demo-floor.ts'
import { createPictures, PICTURES } from '../pictures/index.ts'
import { DEMO_DISHES } from './demo-dishes.ts'
import { DEMO_PEOPLE } from './demo-people.ts'
import { openDemo } from './open-demo.ts'
import { demoDrawings } from './pictures/demo-pictures.ts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
const ids = createIdSource({ now: () => Date.now(), random })

let branch: BranchId
let authority: Authority
let store: MemoryDocumentStore
let pictures: ReturnType<typeof createPictures>

beforeEach(async () => {
  branch = ids.next('branch')
  const synced = SYNCED_COLLECTIONS.map((name) => ({ name, indexes: serverIndexesOf(name) }))
  store = new MemoryDocumentStore({ collections: [...synced, { name: PICTURES, indexes: [] }] })
  pictures = createPictures(store, async () => false)
  let epoch: string | null = null
  authority = await createAuthority({
    store,
    branch,
    clock: { now: () => Date.now() },
    entropy: random,
    sealer: createSealer(random(32)),
    epochs: {
      read: () => Promise.resolve(epoch),
      write: (next) => {
        epoch = next
        return Promise.resolve()
      },
    },
    log: () => undefined,
  })
})

async function count(kind: string): Promise<number> {
  const found = await Promise.all((['branch', 'menu', 'floor'] as const).map((name) => authority.list(name, kind)))
  return found.flat().length
}
const KINDS = ['branch', 'person', 'tax', 'station', 'category', 'dish', 'dishVersion', 'optionGroup', 'area', 'table']
const counts = async () => Object.fromEntries(await Promise.all(KINDS.map(async (kind) => [kind, await count(kind)])))

describe('the demo restaurant', () => {
  it('opens once: a second start changes nothing', async () => {
    expect(await openDemo(authority, branch, pictures)).toEqual(DEMO_PEOPLE)
    const before = await authority.list('branch', 'person')
    expect(await openDemo(authority, branch, pictures)).toEqual(DEMO_PEOPLE)
    expect(await authority.list('branch', 'person')).toEqual(before)
  })

  it('is whole and single after starts that were cut off at any collection', async () => {
    for (let cutAfter = 0; cutAfter < 4; cutAfter += 1) {
      let puts = 0
      const dying: Authority = {
        ...authority,
        put: (collection, documents) =>
          (puts += 1) > cutAfter ? Promise.resolve(err('authority.unavailable')) : authority.put(collection, documents),
      }
      if (cutAfter < 3) await expect(openDemo(dying, branch, pictures)).rejects.toThrow('could not be written')
    }
    await openDemo(authority, branch, pictures)
    expect(await counts()).toMatchObject({ branch: 1, person: DEMO_PEOPLE.length, area: 2, table: 24, tax: 1 })
    const dishes = await authority.list('menu', 'dish')
    expect(new Set(dishes.map((dish) => dish['number'])).size).toBe(dishes.length)
  })

  it('has a full menu: unique numbers, initials to search by, and no empty category', async () => {
    await openDemo(authority, branch, pictures)
    const dishes = await authority.list('menu', 'dish')
    expect(dishes.length).toBeGreaterThanOrEqual(175)
    expect(new Set(dishes.map((dish) => dish['number'])).size).toBe(dishes.length)
    for (const dish of dishes) expect(dish['initials']).toMatch(/^[a-z0-9]+$/)
    const categories = await authority.list('menu', 'category')
    expect(new Set(dishes.map((dish) => dish['category']))).toEqual(new Set(categories.map(({ id }) => id)))
    expect(dishes.filter((dish) => dish['openItem'] === true)).toMatchObject([{ marketPrice: true, price: 0 }])
  })

  it('has a drawing for every dish, small, of its own and the same each time', async () => {
    await openDemo(authority, branch, pictures)
    const all = await authority.list('menu', 'dish')
    // A set meal is not drawn: its dishes are.
    const dishes = all.filter((dish) => dish['setMeal'] === undefined)
    const shown = await Promise.all(dishes.map((dish) => pictures.find(String(dish['picture']))))
    const texts = shown.map((found) => new TextDecoder().decode(found?.bytes))
    expect(new Set(texts).size).toBe(DEMO_DISHES.length)
    for (const [index, text] of texts.entries()) {
      expect(text, String(dishes[index]?.['number'])).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 100 100">.*<\/svg>$/,
      )
      expect(text).not.toMatch(/NaN|undefined|<text|<script|<style|https?:(?!\/\/www\.w3\.org\/2000\/svg)|href="(?!#)/)
      expect(text.length, String(dishes[index]?.['number'])).toBeLessThanOrEqual(4_096)
    }
    expect([...demoDrawings().keys()].toSorted()).toEqual(DEMO_DISHES.map(({ number }) => number).toSorted())
    expect([...demoDrawings().values()].toSorted()).toEqual(texts.toSorted())
  })

  it('has tables that do not stand on one another', () => {
    const tables = demoFloor(ids).filter((document) => document.kind === 'table')
    expect(tables).toHaveLength(24)
    for (const [index, one] of tables.entries())
      for (const other of tables.slice(index + 1).filter(({ area }) => area === one.area)) {
        const besides = one.x + one.w <= other.x || other.x + other.w <= one.x
        const below = one.y + one.h <= other.y || other.y + other.h <= one.y
        expect(besides || below, `${one.label} and ${other.label}`).toBe(true)
      }
  })

  it('leaves a real restaurant alone and tells no sign-ins there', async () => {
    const real: JsonObject = {
      id: branch,
      kind: 'branch',
      v: 1,
      names: { zh: '真店', en: 'A real one' },
      currency: { code: 'CNY', exponent: 2 },
      timeZone: 'Asia/Shanghai',
      dayStartsAt: '05:00',
      languages: ['zh'],
    }
    expect(await authority.put('branch', [real])).toMatchObject({ ok: true })
    expect(await openDemo(authority, branch, pictures)).toEqual([])
    expect(await count('person')).toBe(0)
  })
})
