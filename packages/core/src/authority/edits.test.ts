import { describe, expect, test } from 'vitest'
import type { JsonObject, PersonId } from '../kernel/index.ts'
import { cartIdOf } from '../carts/index.ts'
import { conflictSchema, type Conflict } from '../inbox/index.ts'
import { dishVersionOf, type Dish } from '../menu/index.ts'
import type { StoreFault } from '../testing/memory-document-store.ts'
import { openSite, type AuthoritySite } from '../testing/authority-site.ts'

async function dishOf(site: AuthoritySite): Promise<Dish> {
  const [document] = await site.authority().read('menu', [site.dish.id])
  return document as JsonObject as Dish
}

describe('an edit', () => {
  test('A13: different fields of one dish are both kept, and its version follows from both', async () => {
    const site = await openSite()
    const [a, b] = [await site.enrol('a'), await site.enrol('b')]
    const { dish, group, tax } = site
    const dearer = { ...dish, price: 4_200, version: dishVersionOf({ ...dish, price: 4_200 }, [group], tax).id }
    const names = { zh: '宫保', en: 'Kung pao' }
    const renamed = { ...dish, names, version: dishVersionOf({ ...dish, names }, [group], tax).id }
    await a.pushed([], [a.edit('menu', dish, dearer)])
    const answer = await b.pushed([], [b.edit('menu', dish, renamed)])
    const both = { ...dish, price: 4_200, names }
    const version = dishVersionOf(both, [group], tax)
    expect(answer.edits).toMatchObject([{ outcome: 'merged', document: { price: 4_200, names, version: version.id } }])
    expect(await site.authority().read('menu', [version.id])).toEqual([version])
    expect((await a.pullAll('inbox')).size).toBe(0)
    const order = site.ids.next('order')
    const line = site.line({ version: version.id, names, price: { base: 4_200, options: [] } })
    const sold = await a.pushed([a.send(order, [line])])
    expect(sold.facts).toMatchObject([{ verdict: { decision: 'accepted' } }])
  })

  test('A13: a table at which another terminal has an open order is not removed; a free one is', async () => {
    const site = await openSite()
    const [waiter, manager] = [await site.enrol('a'), await site.enrol('b')]
    const order = site.ids.next('order')
    const area = { id: site.ids.next('area'), kind: 'area', v: 1, names: { zh: '厅', en: '' }, sort: 1 }
    const table = {
      id: site.ids.next('table'),
      kind: 'table',
      v: 1,
      label: 'A1',
      area: area.id,
      sort: 1,
      seats: 2,
      shape: 'round',
      x: 0,
      y: 0,
      w: 100,
      h: 100,
      rotation: 0,
      status: 'inUse',
    }
    await site.authority().put('floor', [area, table])
    const opened = waiter.open(order)
    await waiter.pushed(
      [
        waiter.log({ ...opened, body: { ...opened.body, table: table.id } }),
        waiter.log(waiter.draft(order, 'roundSent', { round: site.ids.next('round'), lines: [site.line()] })),
      ].flat(),
    )
    const removal = () => manager.edit('floor', table, { ...table, deleted: true })
    expect((await manager.pushed([], [removal()])).edits).toMatchObject([
      { outcome: 'refused', code: 'table.hasOrder', document: { label: 'A1' } },
    ])
    const free = { ...table, id: site.ids.next('table'), label: 'A2' }
    await site.authority().put('floor', [free])
    expect((await manager.pushed([], [manager.edit('floor', free, { ...free, deleted: true })])).edits).toMatchObject([
      { outcome: 'merged', document: { deleted: true } },
    ])
  })

  test('A16: the same field: the server keeps the earlier, and the inbox has base, theirs, mine and who', async () => {
    const site = await openSite()
    const [a, b] = [await site.enrol('a'), await site.enrol('b')]
    await a.pushed([], [a.edit('menu', site.dish, { ...site.dish, sort: 2 })])
    await a.pushed([], [a.edit('menu', { ...site.dish, sort: 2 }, { ...site.dish, sort: 2, soldOut: true })])
    const edit = b.edit('menu', site.dish, { ...site.dish, sort: 3, minutes: 8 })
    const answer = await b.pushed([], [edit])
    expect(answer.edits).toMatchObject([{ outcome: 'merged', document: { sort: 2, minutes: 8, soldOut: true } }])
    const [conflict] = [...(await a.pullAll('inbox')).values()].map((found) => conflictSchema.parse(found) as Conflict)
    expect(conflict).toMatchObject({
      edit: edit.id,
      document: site.dish.id,
      about: 'field',
      fields: [{ path: ['sort'], base: 1, theirs: 2, mine: 3 }],
      theirs: { person: site.people.manager, terminal: a.actor.terminal },
      mine: { person: site.people.manager, terminal: b.actor.terminal },
    })
  })

  test('S10: an edit that comes again is answered from the journal, and reports again what may have been lost', async () => {
    let lost = 8
    const fault = (call: string, name: string): StoreFault | null => {
      if (call !== 'write' || name !== 'inbox' || lost === 0) return null
      lost -= 1
      return { kind: 'conflict' }
    }
    const site = await openSite({ fault })
    const [a, b] = [await site.enrol('a'), await site.enrol('b')]
    await a.pushed([], [a.edit('menu', site.dish, { ...site.dish, sort: 2 })])
    const edit = b.edit('menu', site.dish, { ...site.dish, sort: 3 })
    expect(await b.push([], [edit])).toMatchObject({ ok: false, code: 'authority.unavailable' })
    await a.pushed([], [a.edit('menu', { ...site.dish, sort: 2 }, { ...site.dish, sort: 9 })])
    const again = await b.pushed([], [edit])
    expect(again.edits).toMatchObject([{ outcome: 'merged', document: { sort: 9 } }])
    const seq = [await site.store.seq('menu'), await site.store.seq('inbox')]
    expect((await b.pushed([], [edit])).edits).toEqual(again.edits)
    expect([await site.store.seq('menu'), await site.store.seq('inbox')]).toEqual(seq)
    expect((await a.pullAll('inbox')).size).toBe(1)
  })

  test('A13: two sound sides that are not sound together: nothing of mine is taken, and both are reported', async () => {
    const site = await openSite()
    const [a, b] = [await site.enrol('a'), await site.enrol('b')]
    const { group } = site
    const wide = { ...group, min: 0, max: 5 }
    await site.authority().put('menu', [wide])
    await a.pushed([], [a.edit('menu', wide, { ...wide, max: 2 })])
    const edit = b.edit('menu', wide, { ...wide, min: 4 })
    const answer = await b.pushed([], [edit])
    expect(answer.edits).toMatchObject([{ outcome: 'refused', code: 'merge.invalid', document: { min: 0, max: 2 } }])
    expect([...(await a.pullAll('inbox')).values()]).toMatchObject([{ about: 'invalid', wanted: { min: 4 } }])
    expect((await b.pushed([], [edit])).edits).toEqual(answer.edits)
  })

  test('A11: 50 edits of one list at once lose nothing', async () => {
    const site = await openSite()
    const tablets = await Promise.all(Array.from({ length: 50 }, () => site.enrol()))
    const { group } = site
    const edits = tablets.map((tablet) => {
      const option = { id: site.ids.next('option'), names: { zh: '加', en: 'more' }, price: 1 }
      return tablet.edit('menu', { ...group, options: [] }, { ...group, options: [option] })
    })
    // The group takes 40 options: those beyond are refused one by one, none is lost in silence.
    const answers = await Promise.all(tablets.map((tablet, index) => tablet.pushed([], [edits[index]])))
    const outcomes = answers.flatMap((answer) => answer.edits)
    expect(outcomes.filter(({ outcome }) => outcome === 'merged')).toHaveLength(39)
    expect(
      outcomes.filter((outcome) => outcome.outcome === 'refused' && outcome.code === 'merge.invalid'),
    ).toHaveLength(11)
  })

  test('A13: carts of two tablets at one table add up', async () => {
    const site = await openSite()
    const [a, b] = [await site.enrol('a'), await site.enrol('b')]
    const order = site.ids.next('order')
    const { quantity: _quantity, ...line } = site.line()
    const cart = (counts: JsonObject): JsonObject => ({
      id: cartIdOf(order),
      kind: 'cart',
      v: 1,
      order,
      lines: { [line.id]: { ...line, counts } },
    })
    await a.pushed([], [a.edit('carts', null, cart({ [a.actor.terminal]: 1_000 }), site.people.waiter)])
    const answer = await b.pushed([], [b.edit('carts', null, cart({ [b.actor.terminal]: 2_000 }), site.people.waiter)])
    expect(answer.edits).toMatchObject([
      { document: { lines: { [line.id]: { counts: { [a.actor.terminal]: 1_000, [b.actor.terminal]: 2_000 } } } } },
    ])
  })
})

interface Wrong {
  readonly base?: JsonObject
  readonly mine: JsonObject
  readonly person?: PersonId
}

const wrongEdits: readonly (readonly [name: string, code: string, make: (site: AuthoritySite) => Wrong])[] = [
  [
    'A7: without the right',
    'right.missing',
    ({ dish, people }) => ({ mine: { ...dish, sort: 5 }, person: people.waiter }),
  ],
  ['A7: by nobody', 'person.unknown', ({ dish, ids }) => ({ mine: { ...dish, sort: 5 }, person: ids.next('person') })],
  ['A13: of no kind', 'record.kindUnknown', ({ dish }) => ({ mine: { ...dish, kind: 'spaceship' } })],
  ['A13: of another collection', 'record.kindUnknown', ({ dish }) => ({ mine: { ...dish, kind: 'person' } })],
  ['A13: of a later version', 'record.tooNew', ({ dish }) => ({ mine: { ...dish, v: 2 } })],
  ['A13: not sound', 'record.invalid', ({ dish }) => ({ mine: { ...dish, price: -1 } })],
  ['A13: with an unknown field', 'record.invalid', ({ dish }) => ({ mine: { ...dish, colour: 'red' } })],
  [
    'A13: from a base of another document',
    'record.invalid',
    ({ dish, ids }) => ({ base: { ...dish, id: ids.next('dish') }, mine: dish }),
  ],
  ['A13: of a version', 'record.immutable', ({ version }) => ({ base: version, mine: { ...version, price: 1 } })],
]

describe('an edit that is not taken', () => {
  test.each(wrongEdits)('%s is %s', async (_name, code, make) => {
    const site = await openSite()
    const tablet = await site.enrol()
    const { base = site.dish, mine, person = site.people.manager } = make(site)
    const before = await site.store.seq('menu')
    const answer = await tablet.pushed([], [tablet.edit('menu', base, mine, person)])
    expect(answer.edits).toMatchObject([{ outcome: 'refused', code }])
    expect(await site.store.seq('menu')).toBe(before)
  })

  test('A13: a dish version whose id is not its hash is refused', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const forged = { ...site.version, id: `dvr_${'0'.repeat(64)}`, price: 1 }
    expect((await tablet.pushed([], [tablet.edit('menu', null, forged)])).edits).toMatchObject([
      { code: 'record.invalid' },
    ])
  })

  test('A4: from a revoked terminal, and of another branch', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const [branch] = await site.authority().read('branch', [site.branch])
    const other = { ...branch, id: site.ids.next('branch') }
    expect((await tablet.pushed([], [tablet.edit('branch', null, other)])).edits).toMatchObject([
      { code: 'branch.other' },
    ])
    const [document] = await site.authority().read('branch', [tablet.actor.terminal])
    await site.authority().put('branch', [{ ...document, revokedAt: site.now() }])
    const edit = tablet.edit('menu', site.dish, { ...site.dish, sort: 4 })
    expect((await tablet.pushed([], [edit])).edits).toMatchObject([{ code: 'terminal.revoked' }])
    expect((await dishOf(site)).sort).toBe(1)
  })

  test('A9: what is no edit at all is a dead letter, and its neighbours are merged', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const good = tablet.edit('menu', site.dish, { ...site.dish, sort: 4 })
    const answer = await tablet.pushed([], [{ id: 1 }, good, { ...good, collection: 'orders' }])
    expect(answer.edits).toMatchObject([
      { outcome: 'deadLetter', index: 0, code: 'edit.malformed' },
      { outcome: 'merged' },
      { outcome: 'deadLetter', index: 2 },
    ])
  })
})

describe('leaves of a CouchDB conflict', () => {
  test('A15: of an edited document are united, and removed by the next write', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    site.store.addLoser('menu', site.dish.id, { document: { ...site.dish, minutes: 12, sort: 7 }, edits: [] })
    expect((await tablet.pullAll('menu')).get(site.dish.id)).toMatchObject({ minutes: 12, sort: 1 })
    await tablet.pushed([], [tablet.edit('menu', site.dish, { ...site.dish, soldOut: true })])
    const [stored] = await site.store.read('menu', [site.dish.id])
    expect(stored).toMatchObject({ losers: [], body: { document: { minutes: 12, sort: 1, soldOut: true } } })
  })
})
