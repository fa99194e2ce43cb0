import type { Cart } from '../../src/carts/index.ts'
import type { FactId } from '../../src/kernel/index.ts'
import type { FactDraft, OrderDocument, Verdict } from '../../src/orders/index.ts'
import { check } from '../world/check-failed.ts'
import type { BookEntry } from '../world/fact-book.ts'
import type { Replica } from '../world/replica.ts'
import { storedIn, type World } from '../world/world.ts'

/** S1, S11, C4: whatever a person was told to be saved is at the server, once, with the verdict that it deserves. */
export function everythingArrived(world: World, server: Replica): void {
  const places = new Map<FactId, OrderDocument>()
  for (const document of server.documents.values()) {
    for (const id of Object.keys(document.facts) as FactId[]) {
      check('S1', !places.has(id), () => `fact ${id} is in two orders`)
      places.set(id, document)
    }
  }
  const letters = world.deadLetters()
  for (const entry of world.facts.required()) {
    const { draft, expected } = entry
    if (expected.is === 'deadLetter') {
      check('C4', letters.has(draft.id), () => `malformed ${draft.id} of ${entry.profile} left no dead letter`)
      world.tally.add('check.deadLetters')
      continue
    }
    const document = places.get(draft.id)
    check('S1', document?.id === draft.order, () => `${draft.kind} ${draft.id}, saved on ${entry.profile}, is missing`)
    judgedRightly(world, entry, document?.verdicts[draft.id])
  }
  cartsKept(world)
}

function judgedRightly(world: World, entry: BookEntry, verdict: Verdict | undefined): void {
  const { draft, expected } = entry
  world.tally.add(`verdict.${verdict?.decision ?? 'none'}${verdict?.code ? `.${verdict.code}` : ''}`)
  for (const flag of verdict?.flags ?? []) world.tally.add(`flag.${flag}`)
  check('C3', verdict !== undefined, () => `${draft.kind} ${draft.id} has no verdict`)
  // Whatever else is wrong with a fact of a copied log, the fork is said first.
  if (verdict?.code === 'fact.forked') return forkedRightly(world, entry)
  if (verdict?.code === 'version.unknown' && mayBeEarly(world, draft)) return world.tally.add('race.early')
  if (expected.is === 'setAside') {
    const isAside = verdict?.decision === 'refused' || verdict?.decision === 'held'
    const isNamed = verdict?.code !== undefined && expected.codes.includes(verdict.code)
    check(
      'S11',
      isAside && isNamed,
      () =>
        `${draft.kind} ${draft.id} should be ${expected.codes.join(' or ')}, is ${verdict?.decision} ${verdict?.code ?? ''}`,
    )
  } else {
    check(
      'S11',
      verdict?.decision === 'accepted',
      () => `${draft.kind} ${draft.id} is ${verdict?.decision} ${verdict?.code ?? ''} without reason`,
    )
  }
}

/**
 * S14: a restored profile gives numbers a second time only until the server has told it so. Two copies that run at once may, and who is
 * asked by a server that was put back.
 */
function forkedRightly({ server, terminals }: World, { draft, profile, online, fact }: BookEntry): void {
  const isCopied = terminals.some(({ name, enrolled }) => name.includes('~') && enrolled.id === fact?.terminal)
  const isExcused = !online || isCopied || server.upheavals > 0
  check('S14', isExcused, () => `${draft.kind} ${draft.id} of ${profile} has a number that was given before`)
}

/**
 * Held though nobody did wrong: a round sold at a price that was changed a moment ago may arrive before the new version does, and a change of
 * price before the round that it is about.
 */
function mayBeEarly({ site }: World, { kind, body }: FactDraft): boolean {
  if (kind === 'priceSet' || kind === 'lineAmended') return true
  const known = new Set<string>(site.versions.map(({ id }) => id))
  return [...JSON.stringify(body).matchAll(/dvr_[0-9a-f]{64}/g)].some(([id]) => !known.has(id))
}

function cartsKept(world: World): void {
  const carts = new Map(storedIn(world.server, 'carts').map(({ id, body }) => [id, body['document'] as Cart]))
  for (const { cart, line, profile } of world.edits.required()) {
    world.tally.add('check.cartLines')
    check(
      'S1',
      carts.get(cart)?.lines[line] !== undefined,
      () => `line ${line}, kept in cart ${cart} on ${profile}, is missing`,
    )
  }
}
