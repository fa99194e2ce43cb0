import { describe, expect, it } from 'vitest'
import { digestOf } from '../kernel/index.ts'
import { createScene, makeLine } from '../testing/order-scene.ts'
import { setStage } from '../testing/outcomes/stage.ts'
import { openOrder } from './commands/open-order.ts'
import { chainFacts, startLog } from './fact-chain.ts'
import { FACT_VERSION, GENESIS, parseFact } from './fact.ts'
import { lineSchema } from './line.ts'

function anyFact() {
  const { a, x } = setStage()
  const [fact] = Object.values(a.documents.get(x)!.facts)
  return fact!
}

describe('parseFact', () => {
  it('F1: takes what it wrote and refuses what is not a fact', () => {
    const fact = anyFact()
    expect(parseFact(structuredClone(fact))).toEqual({ ok: true, value: fact })
    const broken = [null, 1, 'x', [], {}, { ...fact, n: 0 }, { ...fact, extra: 1 }, { ...fact, body: { table: 7 } }]
    for (const value of broken) expect(parseFact(value)).toMatchObject({ ok: false, code: 'fact.malformed' })
  })

  it('F1: keeps an unknown kind of a newer version and refuses one that claims ours', () => {
    const later = { ...anyFact(), v: FACT_VERSION + 1, kind: 'tableDanced', body: { steps: [1, 2] } }
    expect(parseFact(later)).toEqual({ ok: true, value: later })
    expect(parseFact({ ...later, v: FACT_VERSION })).toMatchObject({ ok: false, code: 'fact.kindUnknown' })
  })

  it('F1: refuses more pieces than can be named, and parts of a piece', () => {
    const line = makeLine(createScene().ids, { price: 100 })
    expect(lineSchema.safeParse(line).success).toBe(true)
    for (const quantity of [1_500, 1_000_000, 0, -1_000]) {
      expect(lineSchema.safeParse({ ...line, quantity }).success).toBe(false)
    }
  })
})

describe('chainFacts', () => {
  it('F2: numbers without a gap and links each fact to the one before', () => {
    const scene = createScene()
    const terminal = scene.terminal()
    const body = { branch: scene.ids.next('branch'), day: '2026-11-20' as const, guests: 2, type: 'dineIn' as const }
    const drafts = [1, 2, 3].flatMap((counter) => {
      const request = { order: scene.ids.next('order'), number: { letters: 'AK', counter }, ...body }
      const drafted = openOrder(request as Parameters<typeof openOrder>[0], terminal.context)
      return drafted.ok ? drafted.value : []
    })
    const tail = startLog(terminal.id, scene.ids.next('incarnation'))
    const first = chainFacts(tail, drafts.slice(0, 2))
    const second = chainFacts(first.tail, drafts.slice(2))
    const facts = [...first.facts, ...second.facts]
    expect(facts.map((fact) => fact.n)).toEqual([1, 2, 3])
    expect(facts.map((fact) => fact.prev)).toEqual([GENESIS, digestOf(facts[0]!), digestOf(facts[1]!)])
    expect(second.tail).toMatchObject({ n: 3, hash: digestOf(facts[2]!) })
  })
})
