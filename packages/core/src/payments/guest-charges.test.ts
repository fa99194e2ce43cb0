import { describe, expect, it } from 'vitest'
import { billOf, closeOrder, orderStatus, setContact, type OrderState } from '../orders/index.ts'
import type { SceneTerminal } from '../testing/order-scene.ts'
import { doClose, doMerge, doPay, doVoid, one } from '../testing/outcomes/acts.ts'
import { setStage } from '../testing/outcomes/stage.ts'
import { withdrawCharge } from './adjust-bill.ts'
import { addService, openGuestOrder, seatGuests, type GuestOrderRequest } from './guest-charges.ts'

const tax = { ratePpm: 0, inclusive: true }
const CHARGES = {
  coverCharge: { names: { zh: '茶位', en: 'Tea' }, amount: 300, tax },
  deliveryCharge: { names: { zh: '外送费', en: 'Delivery' }, amount: 500, tax },
}

function openOn(
  stage: ReturnType<typeof setStage>,
  wanted: Partial<GuestOrderRequest>,
  on: SceneTerminal = stage.a,
): OrderState {
  const { opening } = on.state(stage.x)
  if (!opening) throw new Error('the stage has no order')
  const order = stage.scene.ids.next('order')
  const number = { letters: 'AK', counter: 50 }
  const request = { order, branch: opening.branch, day: opening.day, number, type: 'dineIn', guests: 2 } as const
  on.record(openGuestOrder({ ...request, ...wanted }, CHARGES, on.context))
  return on.state(order)
}

describe('openGuestOrder', () => {
  it('M8: charges each guest of a table once, and follows their number', () => {
    const stage = setStage()
    const { a } = stage
    const { id, charges } = openOn(stage, { table: a.state(stage.x).table ?? undefined, guests: 3 })
    expect(charges).toHaveLength(1)
    expect(billOf(id, a.states()).due).toBe(900)
    a.record(seatGuests(a.state(id), 5, CHARGES, a.context))
    expect(a.state(id).charges).toHaveLength(1)
    expect(billOf(id, a.states()).due).toBe(1_500)
    a.record(seatGuests(a.state(id), 0, CHARGES, a.context))
    expect(billOf(id, a.states()).due).toBe(0)
  })

  it('M8: a charge for each guest goes along to the table that takes them in', () => {
    const stage = setStage()
    const { a, x } = stage
    const before = billOf(x, a.states()).due
    const { id } = openOn(stage, { guests: 4 })
    doMerge(a, id, x)
    expect(billOf(x, a.states()).due).toBe(before + 1_200)
    expect(billOf(id, a.states()).due).toBe(0)
  })

  it('M8: charges a delivery its fee, and what is fetched nothing', () => {
    const stage = setStage()
    const { a } = stage
    const contact = { name: '周', phone: '139', address: '江边路 3 号' }
    const sent = openOn(stage, { type: 'delivery', guests: 0, contact, wishedAt: 5, note: '不要筷子' })
    expect([sent.contact, sent.wishedAt, sent.note]).toEqual([contact, 5, '不要筷子'])
    expect(billOf(sent.id, a.states()).due).toBe(500)
    const fetched = openOn(stage, { type: 'takeaway', guests: 0 })
    expect([fetched.contact, fetched.wishedAt, fetched.note]).toEqual([null, null, ''])
    expect(billOf(fetched.id, a.states()).due).toBe(0)
  })

  it('says nothing where the person may not open', () => {
    const { scene, a, x } = setStage()
    const { opening } = a.state(x)
    if (!opening) throw new Error('the stage has no order')
    const { branch, day, number } = opening
    const request = { order: scene.ids.next('order'), branch, day, number, type: 'dineIn', guests: 2 } as const
    const context = { ...a.context, may: () => false }
    expect(openGuestOrder(request, CHARGES, context)).toMatchObject({ code: 'right.missing' })
  })
})

describe('an order opened by mistake', () => {
  it('M8, M11: closes without what the branch charges by itself, by whoever may close', () => {
    const stage = setStage()
    const { a } = stage
    for (const wanted of [{ type: 'delivery' as const, guests: 0 }, { guests: 3 }]) {
      const { id } = openOn(stage, wanted)
      expect(billOf(id, a.states()).open).toBeGreaterThan(0)
      const waiter = { ...a.context, may: (kind: string) => kind !== 'chargeWithdrawn' }
      a.record(closeOrder(a.states(), id, waiter))
      const bill = billOf(id, a.states())
      expect(bill).toMatchObject({ charges: [], due: 0, open: 0 })
      expect(orderStatus(a.state(id), bill)).toBe('cancelled')
    }
  })

  it('M8: is charged again by what comes to it later', () => {
    const stage = setStage()
    const { a, b, scene } = stage
    const { id } = openOn(stage, { type: 'delivery', guests: 0 })
    scene.sync(a, b)
    doClose(a, id)
    stage.send(b, id, { price: 10_000 })
    scene.sync(a, b)
    expect(billOf(id, a.states())).toMatchObject({ due: 10_500, open: 10_500 })
  })

  it('M11: stays open where something was ordered, even if all of it was voided, or paid', () => {
    const stage = setStage()
    const { a } = stage
    const voided = openOn(stage, { type: 'delivery', guests: 0 }).id
    for (const line of stage.send(a, voided, { price: 10_000 })) doVoid(a, one(line))
    expect(closeOrder(a.states(), voided, a.context)).toMatchObject({ code: 'bill.open' })
    const paid = openOn(stage, { type: 'delivery', guests: 0 }).id
    doPay(a, paid, { amount: 200 })
    expect(closeOrder(a.states(), paid, a.context)).toMatchObject({ code: 'bill.open' })
    doPay(a, paid)
    doClose(a, paid)
    expect(billOf(paid, a.states())).toMatchObject({ due: 500, paid: 500, open: 0 })
  })
})

describe('seatGuests', () => {
  it('adds the charge that the branch has set since, but none that was withdrawn', () => {
    const { a, x } = setStage()
    a.record(seatGuests(a.state(x), 6, CHARGES, a.context))
    const [charge] = a.state(x).charges
    expect(charge?.method).toEqual({ type: 'perGuest', amount: 300 })
    if (!charge) return
    a.record(withdrawCharge(a.state(x), charge.charge, { reason: 'regulars' }, a.context))
    a.record(seatGuests(a.state(x), 7, CHARGES, a.context))
    expect(billOf(x, a.states()).charge).toBe(0)
    expect(seatGuests(a.state(x), 7, CHARGES, a.context)).toMatchObject({ code: 'nothing.toDo' })
  })

  it('adds none where the branch has none, nor to what is taken away', () => {
    const stage = setStage()
    const { a, x } = stage
    a.record(seatGuests(a.state(x), 6, {}, a.context))
    expect(a.state(x).charges).toEqual([])
    const { id } = openOn(stage, { type: 'takeaway', guests: 0 })
    a.record(seatGuests(a.state(id), 2, CHARGES, a.context))
    expect(a.state(id).charges).toEqual([])
  })
})

describe('setContact', () => {
  it('O4: replaces what was said at the opening, and says nothing twice', () => {
    const stage = setStage()
    const { a } = stage
    const opened = openOn(stage, { type: 'takeaway', guests: 0, contact: { name: '周' }, wishedAt: 7 })
    expect(setContact(opened, { contact: { name: '周' }, wishedAt: 7 }, a.context)).toMatchObject({
      code: 'nothing.toDo',
    })
    a.record(setContact(opened, { contact: { phone: '139' } }, a.context))
    const now = a.state(opened.id)
    expect([now.contact, now.wishedAt]).toEqual([{ phone: '139' }, null])
  })
})

describe('the service charge', () => {
  const serviceCharge = { names: { zh: '服务费', en: 'Service' }, ratePpm: 100_000, tax }
  const service = { ...CHARGES, serviceCharge }

  function seatedWith(type: GuestOrderRequest['type']) {
    const stage = setStage()
    const { a } = stage
    const { opening } = a.state(stage.x)
    if (!opening) throw new Error('the stage has no order')
    const order = stage.scene.ids.next('order')
    const number = { letters: 'AK', counter: 51 }
    const at = { branch: opening.branch, day: opening.day, guests: 2 }
    a.record(openGuestOrder({ order, number, type, ...at }, service, a.context))
    stage.send(a, order, { price: 10_000 })
    return { a, order, bill: () => billOf(order, a.states()) }
  }

  it('M8: is a part of what a table eats, beside the charge for each guest, and of nothing that is taken away', () => {
    expect(seatedWith('dineIn').bill()).toMatchObject({ charge: 1_000 + 600, due: 11_600 })
    expect(seatedWith('takeaway').bill()).toMatchObject({ charge: 0, due: 10_000 })
    expect(seatedWith('delivery').bill()).toMatchObject({ charge: 500, due: 10_500 })
  })

  it('M8: is withdrawn from one bill and added again, and never twice', () => {
    const { a, order, bill } = seatedWith('dineIn')
    const add = () => addService(a.state(order), 'A', service, a.context)
    expect(add()).toMatchObject({ code: 'nothing.toDo' })
    const charge = a.state(order).charges.find(({ method }) => method.type === 'percent')?.charge
    if (!charge) throw new Error('no service charge')
    a.record(withdrawCharge(a.state(order), charge, { reason: 'regular' }, a.context))
    expect(bill().charge).toBe(600)
    expect(addService(a.state(order), 'A', CHARGES, a.context)).toMatchObject({ code: 'nothing.toDo' })
    a.record(add())
    expect(bill().charge).toBe(1_600)
  })
})
