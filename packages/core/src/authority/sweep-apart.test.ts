import { describe, expect, test } from 'vitest'
import { digestOf, type JsonObject } from '../kernel/index.ts'
import { cartIdOf, type Cart } from '../carts/index.ts'
import { dishVersionOf, type Dish, type OptionGroup } from '../menu/index.ts'
import { foldOrder, type OrderDocument } from '../orders/index.ts'
import { conflictsIn, editDish, joinSites, openTwo, readOne, replicateBoth, sweepAll } from '../testing/joined-sites.ts'

describe('a branch and a head office that were cut apart', () => {
  test('A24: an order is the union of both sides, closed on one and added to on the other', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    const order = branch.ids.next('order')
    await tablet.pushed([tablet.open(order), tablet.send(order)])
    replicateBoth(branch, office)
    const late = desk.send(order)
    await desk.pushed([late, desk.note(order, 'from the office')])
    const seen = { count: 2, digest: digestOf('seen') }
    const basis = { units: [], charges: [], discounts: [], due: 0, seen }
    const closed = tablet.log(tablet.draft(order, 'closed', { basis }, branch.people.cashier))
    expect((await tablet.pushed(closed)).facts).toMatchObject([{ verdict: { decision: 'accepted' } }])
    await joinSites(branch, office)
    const document = (await readOne(branch, 'orders', order)) as JsonObject as OrderDocument
    expect(Object.keys(document.facts)).toHaveLength(5)
    expect(Object.values(document.verdicts).map(({ decision }) => decision)).toEqual(Array(5).fill('accepted'))
    expect(foldOrder(document, null).lines.size).toBe(2)
    expect((await tablet.pullAll('orders')).get(order)).toEqual(document)
  })

  test('A24: different fields of one dish are both kept, and its version follows from both', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    await editDish(branch, tablet, { price: 4_200 })
    await editDish(office, desk, { names: { zh: '宫保', en: 'Kung pao' }, minutes: 9 })
    await joinSites(branch, office)
    const dish = (await readOne(office, 'menu', branch.dish.id)) as Dish
    expect(dish).toMatchObject({ price: 4_200, names: { en: 'Kung pao' }, minutes: 9 })
    expect(dish.version).toBe(dishVersionOf(dish, [branch.group], branch.tax).id)
    expect(await readOne(branch, 'menu', dish.version)).toMatchObject({ price: 4_200, names: { en: 'Kung pao' } })
    expect(await conflictsIn(branch)).toEqual([])
  })

  test('A25: of the same field the earlier stands, and both inboxes have the one conflict with its base', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    await editDish(office, desk, { sort: 3, names: { zh: '宫保鸡丁', en: 'Kung pao' } })
    await editDish(branch, tablet, { sort: 2, names: { zh: '宫保', en: 'Kung pao chicken' } })
    await editDish(branch, tablet, { sort: 7 })
    await joinSites(branch, office)
    expect(await readOne(branch, 'menu', branch.dish.id)).toMatchObject({
      sort: 3,
      names: { zh: '宫保', en: 'Kung pao' },
    })
    const conflicts = await conflictsIn(branch)
    expect(conflicts).toMatchObject([
      {
        document: branch.dish.id,
        about: 'field',
        fields: [{ path: ['sort'], base: 1, theirs: 3, mine: 7 }],
        theirs: { terminal: desk.actor.terminal },
        mine: { terminal: tablet.actor.terminal },
      },
    ])
    expect(await conflictsIn(office)).toEqual(conflicts)
  })

  test('A24: a cart begun on both sides has what was tapped on each', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    const order = branch.ids.next('order')
    const { quantity: _quantity, ...line } = branch.line()
    const cart = (counts: Record<string, number>) => ({
      id: cartIdOf(order),
      kind: 'cart',
      v: 1,
      order,
      lines: { [line.id]: { ...line, counts } },
    })
    const [mine, theirs] = [tablet.actor.terminal, desk.actor.terminal]
    await tablet.pushed([], [tablet.edit('carts', null, cart({ [mine]: 1_000 }))])
    await desk.pushed([], [desk.edit('carts', null, cart({ [theirs]: 1_000 }))])
    replicateBoth(branch, office)
    await sweepAll(branch)
    const [seen] = await branch.authority().read('carts', [cartIdOf(order)])
    await tablet.pushed([], [tablet.edit('carts', seen ?? {}, cart({ [mine]: 3_000, [theirs]: 1_000 }))])
    const before = cart({ [theirs]: 1_000 })
    await desk.pushed([], [desk.edit('carts', before, cart({ [theirs]: 2_000 }))])
    await joinSites(branch, office)
    const { lines } = (await readOne(office, 'carts', cartIdOf(order))) as JsonObject as Cart
    expect(lines[line.id]?.counts).toEqual({ [mine]: 3_000, [theirs]: 2_000 })
    expect(await conflictsIn(office)).toEqual([])
  })

  test('A24: the same version, made on both sides, is one', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    await editDish(branch, tablet, { minutes: 4 })
    await editDish(office, desk, { description: { zh: '', en: 'mild' } })
    await joinSites(branch, office)
    expect(await readOne(office, 'menu', branch.version.id)).toEqual(branch.version)
    expect(await conflictsIn(office)).toEqual([])
  })

  test('A14: a terminal that goes from one server to the other and back is known by what replication brought', async () => {
    const { branch, office, tablet } = await openTwo()
    const order = branch.ids.next('order')
    await tablet.pushed([tablet.open(order)])
    replicateBoth(branch, office)
    const epoch = branch.authority().epoch()
    for (let visit = 0; visit < 3; visit += 1) {
      const said = tablet.note(order, `visit ${visit}`)
      const request = { branch: branch.branch, epoch: office.authority().epoch(), facts: [said], edits: [] }
      expect(await office.authority().push(tablet.actor, request)).toMatchObject({ ok: true })
      replicateBoth(branch, office)
      await tablet.pushed([tablet.send(order)])
      expect(await tablet.handshake()).toMatchObject({ ok: true, value: { standing: 'continue' } })
      replicateBoth(branch, office)
    }
    expect(branch.authority().epoch()).toBe(epoch)
    await joinSites(branch, office)
    expect(Object.keys((await readOne(office, 'orders', order))['facts'] as JsonObject)).toHaveLength(7)
  })

  test('A24: a mark of deletion stands beside an edit, which is kept below it', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    await editDish(branch, tablet, { deleted: true })
    await editDish(office, desk, { price: 5_000 })
    await editDish(office, desk, { price: 5_100 })
    await joinSites(branch, office)
    expect(await readOne(office, 'menu', branch.dish.id)).toMatchObject({ deleted: true, price: 5_100 })
    expect(await conflictsIn(office)).toEqual([])
  })

  test('A25: a dish is sold as what follows from a group that was folded after it', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    const { group } = branch
    const [option] = group.options
    await tablet.pushed([], [tablet.edit('menu', group, { ...group, options: [{ ...option, price: 300 }] })])
    await editDish(branch, tablet, { price: 4_200 })
    await desk.pushed(
      [],
      [desk.edit('menu', group, { ...group, options: [{ ...option, names: { zh: '特辣', en: 'very hot' } }] })],
    )
    await editDish(office, desk, { minutes: 9 })
    // The dish arrives before its group does.
    // The dish arrives before its group does.
    branch.store.replicateFrom(office.store, 'menu', branch.dish.id)
    await sweepAll(branch)
    await joinSites(branch, office)
    const dish = (await readOne(branch, 'menu', branch.dish.id)) as Dish
    const folded = (await readOne(branch, 'menu', group.id)) as JsonObject as OptionGroup
    expect(folded.options).toEqual([{ ...option, price: 300, names: { zh: '特辣', en: 'very hot' } }])
    expect(dish.version).toBe(dishVersionOf(dish, [folded], branch.tax).id)
    expect(await readOne(office, 'menu', dish.version)).toMatchObject({ price: 4_200 })
  })

  test('A26: of two verdicts on one fact the one that stands is the same everywhere, and the inbox says so', async () => {
    const { branch, office, tablet } = await openTwo()
    const order = branch.ids.next('order')
    const opened = tablet.open(order)
    await tablet.pushed([opened])
    const [waiter] = await office.authority().read('branch', [branch.people.waiter])
    await office.authority().put('branch', [{ ...waiter, active: false }])
    const epoch = office.authority().epoch()
    await office.authority().push(tablet.actor, { branch: branch.branch, epoch, facts: [opened], edits: [] })
    await joinSites(branch, office)
    const standing = ((await readOne(branch, 'orders', order)) as JsonObject as OrderDocument).verdicts[opened.id]
      ?.decision
    const other = standing === 'refused' ? 'accepted' : 'refused'
    expect(await conflictsIn(office)).toMatchObject([
      {
        collection: 'orders',
        document: order,
        fields: [{ path: ['verdicts', opened.id, 'decision'], theirs: standing, mine: other }],
      },
    ])
  })

  test('A24: a dish that both sides go on with, folded now here and now there, ends equal', async () => {
    const { branch, office, tablet, desk } = await openTwo()
    for (let round = 1; round <= 4; round += 1) {
      await editDish(branch, tablet, { price: 4_000 + round })
      await editDish(office, desk, { minutes: round, ...(round === 3 && { price: 1 }) })
      if (round === 2) await sweepAll(branch)
      replicateBoth(branch, office)
      if (round === 3) await sweepAll(office)
      await editDish(branch, tablet, { sort: round })
    }
    await joinSites(branch, office)
    const dish = (await readOne(office, 'menu', branch.dish.id)) as Dish
    expect(dish).toMatchObject({ minutes: 4, sort: 4 })
    expect(dish.version).toBe(dishVersionOf(dish, [branch.group], branch.tax).id)
  })
})
