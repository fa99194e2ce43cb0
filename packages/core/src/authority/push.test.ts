import { describe, expect, test } from 'vitest'
import { digestOf, type JsonObject, type OrderId } from '../kernel/index.ts'
import { orderDocumentSchema, type OrderDocument } from '../orders/index.ts'
import type { FactOutcome } from '../sync/index.ts'
import type { DocumentStore } from '../sync/index.ts'
import { openSite, type AuthoritySite } from '../testing/authority-site.ts'
import type { StoreFault } from '../testing/memory-document-store.ts'

async function stored(site: AuthoritySite, order: OrderId): Promise<OrderDocument> {
  const [document] = await site.authority().read('orders', [order])
  return orderDocumentSchema.parse(document) as OrderDocument
}

function decisions(outcomes: readonly FactOutcome[]): string[] {
  return outcomes.map((outcome) => (outcome.outcome === 'decided' ? outcome.verdict.decision : outcome.outcome))
}

describe('a push', () => {
  test('A1 A2: each fact is decided by itself, and stored with a verdict under our seal', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const facts = [tablet.open(order), tablet.send(order)]
    const answer = await tablet.pushed(facts)
    expect(decisions(answer.facts)).toEqual(['accepted', 'accepted'])
    const document = await stored(site, order)
    expect(Object.keys(document.facts)).toHaveLength(2)
    for (const fact of facts) {
      expect(document.verdicts[fact.id]).toMatchObject({
        decision: 'accepted',
        receivedAt: site.now(),
        epoch: answer.epoch,
      })
      expect(document.verdicts[fact.id]?.seal).toBeTypeOf('string')
    }
  })

  test('A9: one bad item in a push of 500 leaves 499 decided, and is a dead letter with its number', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const facts: unknown[] = Array.from({ length: 500 }, (_, index) => tablet.note(order, `note ${index}`))
    const [, bad] = facts
    facts[1] = { ...(bad as JsonObject), body: { text: 7 } }
    const answer = await tablet.pushed(facts)
    expect(answer.facts.filter(({ outcome }) => outcome === 'decided')).toHaveLength(499)
    expect(answer.facts[1]).toMatchObject({ outcome: 'deadLetter', index: 1, n: 2, code: 'fact.malformed' })
    const inbox = await tablet.pullAll('inbox')
    expect([...inbox.values()]).toMatchObject([{ kind: 'deadLetter', code: 'fact.malformed', place: { n: 2 } }])
    expect(Object.keys((await stored(site, order)).facts)).toHaveLength(499)
  })

  test('A9: the same dead letter again is the same letter', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const items = [{ nonsense: true }, 'text', null, 12]
    const first = await tablet.pushed(items)
    site.pass(5_000)
    const again = await tablet.pushed(items)
    expect(again.facts).toEqual(first.facts)
    expect((await tablet.pullAll('inbox')).size).toBe(4)
  })

  test('A11: 50 terminals editing one order at once lose nothing, in a handful of writes', async () => {
    let writes = 0
    const site = await openSite({
      fault: (call, collection) => {
        if (call === 'write' && collection === 'orders') writes += 1
        return null
      },
    })
    const order = site.ids.next('order')
    const tablets = await Promise.all(Array.from({ length: 50 }, (_, index) => site.enrol(`tablet ${index}`)))
    const answers = await Promise.all(
      tablets.map((tablet) => tablet.pushed([tablet.send(order), tablet.note(order, 'hi')])),
    )
    expect(answers.flatMap(({ facts }) => decisions(facts)).every((decision) => decision === 'accepted')).toBe(true)
    expect(Object.keys((await stored(site, order)).facts)).toHaveLength(100)
    expect(writes).toBeLessThan(5)
  })

  test('A3 S10: after a lost answer the same push gives the same verdicts and nothing is written', async () => {
    let writes = 0
    const site = await openSite({
      fault: (call) => {
        if (call === 'write') writes += 1
        return null
      },
    })
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const facts = [tablet.open(order), tablet.send(order)]
    const first = await tablet.pushed(facts)
    const [before, seq] = [writes, await site.store.seq('orders')]
    site.pass(60_000)
    const again = await tablet.pushed(facts)
    expect(again.facts).toEqual(first.facts)
    expect([writes, await site.store.seq('orders')]).toEqual([before, seq])
  })

  test('A3: two pushes of the same facts at the same time are one', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const facts = [tablet.open(order), tablet.send(order)]
    const [a, b] = await Promise.all([tablet.pushed(facts), tablet.pushed([...facts, ...facts])])
    expect(b?.facts).toEqual([...(a?.facts ?? []), ...(a?.facts ?? [])])
  })
})

/** Lets the first calls of a kind fail. */
function failing(times: number, fault: StoreFault, collection = 'orders') {
  let left = times
  return (call: string, name: string): StoreFault | null => {
    if (call !== 'write' || name !== collection || left === 0) return null
    left -= 1
    return fault
  }
}

describe('a store in trouble', () => {
  test.each([
    ['unknown, applied', { kind: 'lostAnswer' }],
    ['unknown, not applied', { kind: 'lostAnswer', applied: 0 }],
    ['unknown, half applied', { kind: 'lostAnswer', applied: 1 }],
    ['unavailable', { kind: 'unavailable' }],
    ['conflict', { kind: 'conflict' }],
  ] as const)('A11: %s is read back and decided once', async (_name, fault) => {
    const site = await openSite({ fault: failing(3, fault) })
    const tablet = await site.enrol()
    const [one, two] = [site.ids.next('order'), site.ids.next('order')]
    const answer = await tablet.pushed([tablet.open(one), tablet.open(two), tablet.send(one), tablet.send(two)])
    expect(decisions(answer.facts)).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
    for (const order of [one, two]) {
      const document = await stored(site, order)
      expect(Object.keys(document.facts)).toHaveLength(2)
      for (const outcome of answer.facts) {
        if (outcome.outcome === 'decided' && outcome.order === order)
          expect(document.verdicts[outcome.verdict.of]).toEqual(outcome.verdict)
      }
    }
  })

  test.each([
    ['conflicts without end', { kind: 'conflict' }],
    ['answers lost without end', { kind: 'lostAnswer', applied: 0 }],
    ['a store that is away', { kind: 'unavailable' }],
  ] as const)('A11: %s end in authority.unavailable, and nothing is taken for decided', async (_name, fault) => {
    const site = await openSite({ fault: failing(1_000, fault) })
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    expect(await tablet.push([tablet.open(order)])).toMatchObject({ ok: false, code: 'authority.unavailable' })
    expect(await site.authority().read('orders', [order])).toEqual([])
  })

  test('A11: what one collection decides is answered although another is in trouble', async () => {
    const site = await openSite({ fault: failing(1_000, { kind: 'conflict' }) })
    const tablet = await site.enrol()
    const edit = tablet.edit('menu', site.dish, { ...site.dish, soldOut: true })
    const answer = await tablet.pushed([tablet.open(site.ids.next('order'))], [edit])
    expect(answer.facts).toEqual([{ outcome: 'retry', index: 0 }])
    expect(answer.edits).toMatchObject([{ outcome: 'merged' }])
  })

  test('A9: a batch that is refused as a whole becomes dead letters one by one, and the next push goes on', async () => {
    const site = await openSite({ fault: failing(20, { kind: 'refused' }) })
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const answer = await tablet.pushed([tablet.open(order), tablet.send(order), tablet.note(order, 'x')])
    expect(answer.facts).toMatchObject([
      { outcome: 'deadLetter', n: 1, code: 'store.refused' },
      { outcome: 'deadLetter', n: 2 },
      { outcome: 'deadLetter', n: 3 },
    ])
    for (let round = 0; round < 20; round += 1) await tablet.push([tablet.note(site.ids.next('order'), 'y')])
    expect(decisions((await tablet.pushed([tablet.note(site.ids.next('order'), 'z')])).facts)).toEqual(['accepted'])
  })

  test('A9 C4: the one fact that the store can never take is found; its neighbours in the same order are kept', async () => {
    const site = await openSite({ wrap: (store) => refusing(store, 'poison') })
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const facts = Array.from({ length: 30 }, (_, index) =>
      tablet.note(order, index === 17 ? 'poison' : `note ${index}`),
    )
    const answer = await tablet.pushed(facts)
    expect(answer.facts.flatMap((outcome, index) => (outcome.outcome === 'deadLetter' ? [index] : []))).toEqual([17])
    expect(Object.keys((await stored(site, order)).facts)).toHaveLength(29)
  })

  test('C4: a stored document that cannot be read holds up its own order only', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const [broken, sound] = [site.ids.next('order'), site.ids.next('order')]
    await site.store.write('orders', [{ id: broken, rev: null, body: { id: broken, kind: 'unheardOf' }, header: {} }])
    const answer = await tablet.pushed([tablet.open(broken), tablet.open(sound)])
    expect(decisions(answer.facts)).toEqual(['retry', 'accepted'])
  })
})

/** A store that refuses every order in which a word stands, as a server does that cannot take a document. */
function refusing(store: DocumentStore, word: string): DocumentStore {
  const wrapped: DocumentStore = Object.create(store) as DocumentStore
  wrapped.read = (name, ids) => store.read(name, ids)
  wrapped.changes = (name, since, limit) => store.changes(name, since, limit)
  wrapped.seq = (name) => store.seq(name)
  wrapped.find = (name, query) => store.find(name, query)
  wrapped.list = (name, after, limit) => store.list(name, after, limit)
  wrapped.watch = (name, onChange) => store.watch(name, onChange)
  wrapped.write = async (name, writes) => {
    const isBad = writes.map(({ body }) => name === 'orders' && JSON.stringify(body).includes(word))
    const outcomes = await store.write(
      name,
      writes.filter((_, index) => !isBad[index]),
    )
    let next = 0
    return isBad.map((bad) =>
      bad ? { outcome: 'refused', reason: 'test' } : (outcomes[next++] ?? { outcome: 'conflict' }),
    )
  }
  return wrapped
}

describe('leaves of a CouchDB conflict', () => {
  test('A15: are united with the winner by the next write, and removed with it', async () => {
    const site = await openSite()
    const [a, b] = [await site.enrol('a'), await site.enrol('b')]
    const order = site.ids.next('order')
    await a.pushed([a.open(order)])
    const elsewhere = b.send(order)
    site.store.addLoser('orders', order, {
      id: order,
      kind: 'order',
      v: 1,
      facts: { [elsewhere.id]: elsewhere },
      verdicts: {},
    })
    expect(Object.keys(((await a.pullAll('orders')).get(order) as OrderDocument).facts)).toHaveLength(2)
    await a.pushed([a.note(order, 'x')])
    const [document] = await site.store.read('orders', [order])
    expect(document?.losers).toEqual([])
    expect(Object.keys((document?.body as OrderDocument | undefined)?.facts ?? {})).toHaveLength(3)
  })
})

describe('identity', () => {
  test('A3: the same id with another body is a dead letter and changes nothing', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    const note = tablet.note(order, 'as it was')
    await tablet.pushed([note])
    const before = digestOf(await stored(site, order))
    const answer = await tablet.pushed([{ ...note, body: { text: 'rewritten' } }])
    expect(answer.facts).toMatchObject([{ outcome: 'deadLetter', code: 'fact.rewritten' }])
    const elsewhere = await tablet.pushed([{ ...note, order: site.ids.next('order') }])
    expect(elsewhere.facts).toMatchObject([{ outcome: 'deadLetter', code: 'fact.rewritten' }])
    expect(digestOf(await stored(site, order))).toBe(before)
  })

  test('A4: a fact of another terminal without our seal is a dead letter, and the terminal itself may still say it', async () => {
    const site = await openSite()
    const [tablet, thief] = [await site.enrol('tablet'), await site.enrol('thief')]
    const fact = tablet.note(site.ids.next('order'), 'mine')
    expect((await thief.pushed([fact])).facts).toMatchObject([{ outcome: 'deadLetter', code: 'terminal.mismatch' }])
    expect(decisions((await tablet.pushed([fact])).facts)).toEqual(['accepted'])
  })

  test('A12: under our seal the earlier verdict comes back as it was, whoever brings it', async () => {
    const site = await openSite()
    const [tablet, helper] = [await site.enrol('tablet'), await site.enrol('helper')]
    const order = site.ids.next('order')
    const empty = site.store.snapshot()
    const facts = [tablet.open(order), tablet.note(order, 'x', site.people.kitchen)]
    const first = await tablet.pushed(facts)
    const [opened, refused] = first.facts.flatMap((outcome) => (outcome.outcome === 'decided' ? [outcome.verdict] : []))
    expect([opened?.decision, refused?.decision]).toEqual(['accepted', 'refused'])
    site.store.restore(empty)
    site.pass(3_600_000)
    await site.restart()
    const again = await helper.pushed([
      { fact: facts[0], verdict: opened },
      { fact: facts[1], verdict: refused },
    ])
    expect(again.facts).toEqual(first.facts)
    const forged = { fact: facts[1], verdict: { ...refused, decision: 'accepted' } }
    const other = site.ids.next('order')
    expect(
      decisions(
        (await tablet.pushed([{ fact: tablet.note(other, 'y', site.people.kitchen), verdict: forged.verdict }])).facts,
      ),
    ).toEqual(['refused'])
  })

  test('A12, V3: an earlier word under our seal replaces a later one, and not the other way round', async () => {
    const site = await openSite()
    const tablet = await site.enrol('tablet')
    const fact = tablet.open(site.ids.next('order'))
    const empty = site.store.snapshot()
    const first = await tablet.pushed([fact])
    const [verdict] = first.facts.flatMap((outcome) => (outcome.outcome === 'decided' ? [outcome.verdict] : []))
    site.store.restore(empty)
    site.pass(3_600_000)
    await site.restart()
    const anew = await tablet.pushed([fact])
    expect(anew.facts).not.toEqual(first.facts)
    expect((await tablet.pushed([{ fact, verdict }])).facts).toEqual(first.facts)
    const [later] = anew.facts.flatMap((outcome) => (outcome.outcome === 'decided' ? [outcome.verdict] : []))
    expect((await tablet.pushed([{ fact, verdict: later }])).facts).toEqual(first.facts)
  })

  test('A5: two facts with one number are a fork: the second is held, and the log has to begin anew', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const order = site.ids.next('order')
    await tablet.pushed([tablet.open(order)])
    const copy = tablet.tail()
    await tablet.pushed([tablet.note(order, 'original')])
    tablet.rewind(copy)
    const [cloned, after] = [tablet.note(order, 'clone'), tablet.note(order, 'clone again')]
    const answer = await tablet.pushed([cloned, after])
    expect(answer.facts).toMatchObject([
      { verdict: { decision: 'held', code: 'fact.forked' } },
      { verdict: { decision: 'accepted', flags: ['chain.broken'] } },
    ])
    expect(await tablet.handshake()).toMatchObject({ ok: true, value: { standing: 'newIncarnation' } })
    await site.restart()
    expect(await tablet.handshake()).toMatchObject({ ok: true, value: { standing: 'newIncarnation' } })
    tablet.startIncarnation()
    expect(await tablet.handshake()).toMatchObject({ ok: true, value: { standing: 'continue', known: 0 } })
  })

  test('A5: two clones in one batch cannot both pass', async () => {
    const site = await openSite()
    const tablet = await site.enrol()
    const [one, two] = [site.ids.next('order'), site.ids.next('order')]
    const tail = tablet.tail()
    const a = tablet.note(one, 'a')
    tablet.rewind(tail)
    const b = tablet.note(two, 'b')
    const answers = await Promise.all([tablet.pushed([a]), tablet.pushed([b])])
    expect(answers.flatMap(({ facts }) => decisions(facts))).toEqual(['accepted', 'held'])
  })
})
