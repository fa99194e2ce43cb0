import { describe, expect, it } from 'vitest'
import type { FactId } from '../../kernel/index.ts'
import { acceptedAt, withFacts, withVerdicts, type SceneTerminal } from '../../testing/order-scene.ts'
import { doVoid, one } from '../../testing/outcomes/acts.ts'
import { setStage, type Stage } from '../../testing/outcomes/stage.ts'
import { moveTable, setNote } from '../commands/set-order.ts'
import { ruleFact } from '../commands/rule-fact.ts'
import { mergeOrders, type OrderDocument } from '../order-document.ts'
import type { Fact } from '../fact.ts'
import { standingVerdict, type Verdict } from '../verdict.ts'
import { foldOrder } from './fold-order.ts'

function documentOf(terminal: SceneTerminal, { x }: Stage): OrderDocument {
  const document = terminal.documents.get(x)
  if (!document) throw new Error('no such order')
  return document
}

function note(on: SceneTerminal, { x }: Stage, text: string): Fact {
  const [fact] = on.record(setNote(on.state(x), text, on.context))
  if (!fact) throw new Error('nothing was recorded')
  return fact
}

const refused = (fact: Fact): Verdict => ({ ...acceptedAt(fact, 1), decision: 'refused', code: 'right.missing' })

describe('which facts count', () => {
  it('F4: an undecided fact counts on its own terminal only, an accepted one everywhere', () => {
    const stage = setStage()
    const { a, b, scene, x } = stage
    const fact = note(a, stage, 'birthday')
    const document = documentOf(a, stage)
    expect([foldOrder(document, a.id).note, foldOrder(document, b.id).note, foldOrder(document, null).note]).toEqual([
      'birthday',
      '',
      '',
    ])
    expect(foldOrder(document, null).undecided).toEqual([fact.id])
    scene.sync(a, b)
    expect([b.state(x).note, foldOrder(scene.server.get(x)!, null).note]).toEqual(['birthday', 'birthday'])
  })

  it('V1: refused and held facts are kept and shown, and count for nothing', () => {
    const stage = setStage()
    const fact = note(stage.a, stage, 'birthday')
    const judged = withVerdicts(documentOf(stage.a, stage), [refused(fact)])
    for (const viewer of [stage.a.id, stage.b.id, null]) {
      const state = foldOrder(judged, viewer)
      expect(state.note).toBe('')
      expect(state.setAside).toEqual([{ fact, decision: 'refused', code: 'right.missing' }])
    }
  })

  it('V2: a ruling makes a held fact count, a later one takes it back; it says nothing about accepted facts', () => {
    const stage = setStage()
    const { a, b, scene, x } = stage
    const fact = note(a, stage, 'birthday')
    b.documents.set(x, withVerdicts(documentOf(a, stage), [{ ...refused(fact), decision: 'held' }]))
    b.record(ruleFact(b.state(x), { of: fact.id, decision: 'accepted', reason: 'it was so' }, b.context))
    scene.push(b)
    expect(foldOrder(scene.server.get(x)!, null).note).toBe('birthday')
    b.record(ruleFact(b.state(x), { of: fact.id, decision: 'refused', reason: 'it was not' }, b.context))
    scene.push(b)
    expect(foldOrder(scene.server.get(x)!, null).note).toBe('')
    const accepted = Object.keys(b.state(x).document.facts)[0] as FactId
    const ruling = { of: accepted, decision: 'refused' as const, reason: 'no' }
    expect(ruleFact(b.state(x), ruling, b.context)).toMatchObject({ code: 'fact.notHeld' })
  })

  it('V3: of two verdicts on one fact every replica keeps the same, whichever came first', () => {
    const stage = setStage()
    const fact = note(stage.a, stage, 'birthday')
    const early = acceptedAt(fact, 200)
    const twins: Verdict[] = [
      early,
      { ...early, receivedAt: 1_000 },
      { ...early, epoch: 'zzzz' },
      { ...early, seal: 'abc' },
    ]
    for (const one of twins) {
      for (const other of twins) expect(standingVerdict(one, other)).toEqual(standingVerdict(other, one))
      expect(standingVerdict(early, one).receivedAt).toBe(200)
    }
    const judgedAgain = { ...early, epoch: 'zzzz', receivedAt: 9_000 }
    expect(standingVerdict(early, judgedAgain)).toEqual(judgedAgain)
  })

  it('V4: a fact about a line that has not arrived has no effect until it has', () => {
    const stage = setStage()
    const { a, p, x } = stage
    doVoid(a, one(p))
    const all = documentOf(a, stage)
    const sent = Object.values(all.facts).filter((fact) => fact.kind === 'roundSent')
    const others = Object.values(all.facts).filter((fact) => fact.kind !== 'roundSent')
    const early = { ...all, facts: Object.fromEntries(others.map((fact) => [fact.id, fact])) }
    expect(foldOrder(early, a.id).lines.size).toBe(0)
    expect(foldOrder(withFacts(early, sent), a.id).lines.get(p)?.units[0]?.voided).not.toBeNull()
    expect(foldOrder(early, a.id).id).toBe(x)
  })

  it('F3: an id with two bodies counts in neither, and both are kept', () => {
    const stage = setStage()
    const fact = note(stage.a, stage, 'birthday')
    const mine = documentOf(stage.a, stage)
    const theirs = withFacts(mine, [{ ...fact, body: { text: 'funeral' } }])
    const merged = mergeOrders(mine, theirs)
    expect(mergeOrders(theirs, mine)).toEqual(merged)
    expect([merged.facts[fact.id], ...(merged.rewritten?.[fact.id] ?? [])]).toHaveLength(2)
    const state = foldOrder(merged, stage.a.id)
    expect([state.note, state.rewritten]).toEqual(['', [fact.id]])
  })

  it('F5: a clock that runs ahead wins a register only until the server has heard the fact', () => {
    const stage = setStage()
    const { scene, b, x, tables } = stage
    const ahead = scene.terminal({ aheadMs: 3_600_000 })
    scene.sync(ahead)
    ahead.record(moveTable(ahead.state(x), tables.free, ahead.context))
    scene.sync(ahead, b)
    scene.pass(10_000)
    b.record(moveTable(b.state(x), tables.y, b.context))
    scene.sync(b, ahead)
    expect([b.state(x).table, ahead.state(x).table]).toEqual([tables.y, tables.y])
  })

  it('F7: a fact of a newer version is kept, forwarded and not read', () => {
    const stage = setStage()
    const fact: Fact = { ...note(stage.a, stage, 'birthday'), v: 2, kind: 'tableDanced', body: { steps: 3 } }
    const document = withFacts(documentOf(stage.b, stage), [fact])
    const forwarded = mergeOrders(documentOf(stage.b, stage), document)
    expect(forwarded.facts[fact.id]).toEqual(fact)
    expect(foldOrder(forwarded, stage.a.id).unread).toEqual([fact])
    expect(foldOrder(forwarded, stage.a.id).note).toBe('')
  })
})
