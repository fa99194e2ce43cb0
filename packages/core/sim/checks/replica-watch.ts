import { jsonEquals, type FactId, type OrderId } from '../../src/kernel/index.ts'
import {
  standingVerdict,
  STATION_STAGES,
  type OrderDocument,
  type OrderState,
  type UnitState,
} from '../../src/orders/index.ts'
import { check } from '../world/check-failed.ts'
import type { FactBook } from '../world/fact-book.ts'
import { foldCached, type Replica } from '../world/replica.ts'

/** Looks at one replica again and again: what was there stays, what was decided stays decided, and no stage goes back by itself. */
export interface ReplicaWatch {
  /** Orders whose documents changed since the last look. */
  look(replica: Replica): OrderState[]
  /** The replica was destroyed, restored or emptied: what follows is another one. */
  forget(): void
}

export function createReplicaWatch(facts: FactBook): ReplicaWatch {
  let seen = new Map<OrderId, OrderDocument>()

  return {
    look(replica) {
      for (const id of seen.keys())
        check('S1', replica.documents.has(id), () => `${replica.name} no longer has order ${id}`)
      const changed: OrderState[] = []
      for (const [id, document] of replica.documents) {
        const before = seen.get(id)
        if (before === document) continue
        for (const fact of Object.values(document.facts)) facts.recognise(fact)
        const state = foldCached(document, replica.viewer)
        if (before) compare(replica, before, document, state)
        changed.push(state)
      }
      seen = new Map(replica.documents)
      return changed
    },
    forget() {
      seen = new Map()
    },
  }
}

function compare(replica: Replica, before: OrderDocument, after: OrderDocument, state: OrderState): void {
  const at = `${replica.name}, order ${after.id}`
  for (const id of Object.keys(before.facts) as FactId[]) {
    check('S1', after.facts[id] !== undefined, () => `${at}: fact ${id} is gone`)
  }
  let judged = false
  for (const verdict of Object.values(after.verdicts)) {
    const earlier = before.verdicts[verdict.of]
    if (earlier === verdict) continue
    judged = true
    const stands = !earlier || jsonEquals(standingVerdict(earlier, verdict), verdict)
    check(
      'S5',
      stands,
      () => `${at}: the verdict on ${verdict.of} went from ${earlier?.decision} to ${verdict.decision}`,
    )
  }
  for (const id of Object.keys(before.verdicts) as FactId[]) {
    check('S5', after.verdicts[id] !== undefined, () => `${at}: the verdict on ${id} is gone`)
  }
  if (judged || undoes(before, after)) return
  compareStages(at, foldCached(before, replica.viewer), state)
}

/** Something new takes back by name, or changes which unit of a line is which. */
function undoes(before: OrderDocument, after: OrderDocument): boolean {
  return Object.values(after.facts).some(
    (fact) =>
      !before.facts[fact.id] && (fact.kind === 'recalled' || fact.kind === 'ruled' || fact.kind === 'roundSent'),
  )
}

function compareStages(at: string, before: OrderState, after: OrderState): void {
  for (const [id, line] of before.lines) {
    const now = after.lines.get(id)
    check('S1', now !== undefined, () => `${at}: line ${id} is gone`)
    for (const [index, unit] of line.units.entries()) compareUnit(`${at}, line ${id}`, unit, now?.units[index])
  }
}

function compareUnit(at: string, before: UnitState, after: UnitState | undefined): void {
  check('S1', after !== undefined, () => `${at}: unit ${before.unit} is gone`)
  check('S5', !before.voided || after?.voided !== null, () => `${at}: unit ${before.unit} is no longer voided`)
  check(
    'S5',
    before.stage !== 'served' || after?.stage === 'served',
    () => `${at}: unit ${before.unit} is no longer served`,
  )
  for (const { station, stage } of before.stations) {
    const now = after?.stations.find((one) => one.station === station)?.stage ?? 'sent'
    const advances = STATION_STAGES.indexOf(now) >= STATION_STAGES.indexOf(stage)
    check('S5', advances, () => `${at}: unit ${before.unit} went back from ${stage} to ${now}`)
  }
}
