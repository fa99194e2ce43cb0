import { ok, type JsonObject, type OrderId } from '../kernel/index.ts'
import { chainFacts, emptyOrder, startLog, type Fact, type OrderDocument } from '../orders/index.ts'
import type { PullResponse, SyncedCollection } from '../sync/index.ts'
import { accepted, nothingNew, type ScriptedLink } from './scripted-link.ts'
import type { TerminalScene } from './terminal-scene.ts'

/** An order as a server that accepted these facts would serve it. */
export function holding(of: OrderId, facts: readonly Fact[]): OrderDocument {
  return {
    ...emptyOrder(of),
    facts: Object.fromEntries(facts.map((fact) => [fact.id, fact])),
    verdicts: Object.fromEntries(facts.map((fact) => [fact.id, accepted(fact)])),
  }
}

/** An order that another terminal has written. */
export function servedOrder(scene: TerminalScene, of: OrderId, withOpening = true): OrderDocument {
  const log = startLog(scene.ids.next('terminal'), scene.ids.next('incarnation'))
  const drafts = [...(withOpening ? [scene.opening(of)] : []), ...scene.notes(of, 'from elsewhere')]
  return holding(of, chainFacts(log, drafts).facts)
}

export function pageOf(link: ScriptedLink, documents: readonly JsonObject[], seq: string, more = false): PullResponse {
  return { ...nothingNew(link, seq), documents: [...documents], more }
}

/** Answers pulls of one collection, page after page; the others have nothing. */
export function servePages(link: ScriptedLink, collection: SyncedCollection, pages: readonly PullResponse[]): void {
  const rest = [...pages]
  link.script.pull = async (request) =>
    ok((request.collection === collection && rest.shift()) || nothingNew(link, request.checkpoint?.seq ?? '0'))
}
