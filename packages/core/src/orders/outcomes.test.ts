import { describe, expect, it } from 'vitest'
import type { OrderId } from '../kernel/index.ts'
import { moneyOutcomes } from '../testing/outcomes/money-outcomes.ts'
import { orderOutcomes } from '../testing/outcomes/order-outcomes.ts'
import { placeOutcomes } from '../testing/outcomes/place-outcomes.ts'
import { setStage, viewOf, type Outcome, type Stage } from '../testing/outcomes/stage.ts'
import type { SceneTerminal } from '../testing/order-scene.ts'
import { foldOrder } from './fold/fold-order.ts'
import { mergeOrders, type OrderDocument } from './order-document.ts'
import type { OrderState } from './order-state.ts'

const outcomes: readonly Outcome[] = [...orderOutcomes, ...placeOutcomes, ...moneyOutcomes]

/** Both know the same, then each acts apart. */
function act(outcome: Outcome): Stage {
  const stage = setStage()
  const { scene, a, b } = stage
  outcome.before?.(stage)
  scene.sync(a, b)
  scene.pass(1_000)
  outcome.a(stage)
  scene.pass(1_000)
  outcome.b(stage)
  scene.pass(1_000)
  return stage
}

function union(first: SceneTerminal, second: SceneTerminal): OrderDocument[] {
  const all = new Map<OrderId, OrderDocument>(first.documents)
  for (const [id, document] of second.documents) {
    const known = all.get(id)
    all.set(id, known ? mergeOrders(known, document) : document)
  }
  return [...all.values()]
}

/** What a state says, without the evidence that tells which server judged when. */
function said({ document: _document, viewer: _viewer, undecided: _undecided, ...state }: OrderState): unknown {
  return state
}

describe.each(outcomes)('$pair', (outcome) => {
  it('ends as the table says, whoever reaches the server first', () => {
    for (const order of ['a first', 'b first'] as const) {
      const stage = act(outcome)
      const [first, second] = order === 'a first' ? [stage.a, stage.b] : [stage.b, stage.a]
      stage.scene.sync(first)
      stage.scene.pass(1_000)
      stage.scene.sync(second)
      stage.scene.pull(first)
      for (const [documents, viewer] of [
        [stage.scene.server.values(), null],
        [stage.a.documents.values(), stage.a],
        [stage.b.documents.values(), stage.b],
      ] as const) {
        const view = viewOf(stage, documents, viewer)
        outcome.check(view, stage)
        expect(view.codes, order).toEqual(outcome.codes)
      }
    }
  })

  it('ends so on the terminal whose own facts the server has not judged yet', () => {
    for (const own of ['a', 'b'] as const) {
      const stage = act(outcome)
      const other = own === 'a' ? stage.b : stage.a
      stage.scene.push(other)
      stage.scene.pull(stage[own])
      const view = viewOf(stage, stage[own].documents.values(), stage[own])
      outcome.check(view, stage)
      expect(view.codes).toEqual(outcome.codes)
    }
  })

  it('is the same set in both orders of union', () => {
    const { a, b } = act(outcome)
    const states = (documents: OrderDocument[]) =>
      new Map(documents.map((document) => [document.id, said(foldOrder(document, a.id))]))
    expect(states(union(a, b))).toEqual(states(union(b, a)))
  })
})
