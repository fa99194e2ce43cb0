import { describe, expect, it } from 'vitest'
import { doDiscount, doMerge, doPay, doServe, doVoid, one } from '../../testing/outcomes/acts.ts'
import { setStage } from '../../testing/outcomes/stage.ts'
import { voidUnits } from '../commands/void-units.ts'
import { setNote } from '../commands/set-order.ts'
import { foldOrder } from '../fold/fold-order.ts'
import { mergeOrders, type OrderDocument } from '../order-document.ts'
import { withFacts } from '../../testing/order-scene.ts'
import { contradictionsOf } from './contradictions-of.ts'

describe('contradictionsOf', () => {
  it('C0: finds nothing where people knew of each other', () => {
    const { a } = setStage()
    expect(contradictionsOf(a.states())).toEqual([])
  })

  it('C0: gives the same one on every terminal, whatever the order of the orders', () => {
    const { a, b, x, scene } = setStage()
    doPay(a, x)
    doDiscount(b, x)
    scene.sync(a, b)
    scene.pull(a)
    const found = contradictionsOf(a.states())
    expect(found.map((one) => [one.code, one.orders, one.facts.length])).toEqual([['overpaid', [x], 1]])
    expect(contradictionsOf(b.states().toReversed())).toEqual(found)
  })

  it('C0: found seed: two merges that cross read the same in whatever order the orders come', () => {
    const { a, b, x, y, scene } = setStage()
    doMerge(b, y, x)
    doMerge(a, x, y)
    scene.sync(a, b)
    scene.pull(a)
    const found = contradictionsOf(a.states())
    expect(found.map((one) => one.code)).toContain('mergedCrosswise')
    expect(contradictionsOf(a.states().toReversed())).toEqual(found)
  })

  it('tableOpenedTwice: not for a second bill that one terminal opened on purpose', () => {
    const { a, tables, open } = setStage()
    open(a, tables.x)
    expect(contradictionsOf(a.states())).toEqual([])
  })

  it('voidedAfterServed: not where an approver voided what he knew was served', () => {
    const { a, p } = setStage()
    doServe(a, one(p))
    a.record(voidUnits(a.states(), { units: one(p), reason: 'cold', approver: a.person }, a.context))
    expect(contradictionsOf(a.states())).toEqual([])
  })

  it('overpaid: beside a void, where more was paid than was ever asked', () => {
    const { a, b, x, p, scene } = setStage()
    doPay(a, x)
    doPay(b, x)
    doVoid(b, one(p))
    scene.sync(a, b)
    scene.pull(a)
    expect(contradictionsOf(a.states()).map((one) => one.code)).toEqual(['overpaid', 'voidedAfterPaid'])
  })

  it('factRewritten: names ids that came with two bodies', () => {
    const { a, x } = setStage()
    const [fact] = a.record(setNote(a.state(x), 'birthday', a.context))
    const mine = a.documents.get(x) as OrderDocument
    const merged = mergeOrders(mine, withFacts(mine, [{ ...fact!, body: { text: 'funeral' } }]))
    const found = contradictionsOf([foldOrder(merged, a.id)])
    expect(found).toMatchObject([{ code: 'factRewritten', orders: [x], facts: [fact!.id] }])
  })

  it('logForked: names two facts with one number of one log, also in two orders', () => {
    const { a, b, x, y, scene } = setStage()
    const [fact] = a.record(setNote(a.state(x), 'birthday', a.context))
    const [other] = b.record(setNote(b.state(y), 'window', b.context))
    const { terminal, incarnation, n } = fact!
    const cloned = withFacts(b.documents.get(y) as OrderDocument, [{ ...other!, terminal, incarnation, n }])
    scene.sync(a)
    const found = contradictionsOf([a.state(x), foldOrder(cloned, null)])
    expect(found).toMatchObject([{ code: 'logForked', orders: [x, y].sort(), facts: [fact!.id, other!.id].sort() }])
  })
})
