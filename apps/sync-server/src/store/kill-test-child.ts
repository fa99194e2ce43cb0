import { openStore } from './open-store.ts'

/** Writes without pause and prints each revision once it was answered "stored", until somebody kills it. */
const [dataDir = '', round = ''] = process.argv.slice(2)
const store = await openStore({ dataDir, prefix: 'killed', collections: [{ name: 'orders', indexes: ['status'] }] })
const revs = new Map<string, string>()

for (let turn = 0; ; turn++) {
  const fresh = Array.from({ length: 20 }, (_, n) => `doc_${round}_${turn}_${n}`)
  const ids = [...fresh, ...[...revs.keys()].slice(-10)]
  const writes = ids.map((id) => ({
    id,
    rev: revs.get(id) ?? null,
    body: { turn, text: 'x'.repeat(1500) },
    header: { status: 'open' },
  }))
  const outcomes = await store.write('orders', writes)
  for (const [index, id] of ids.entries()) {
    const outcome = outcomes[index]
    if (outcome?.outcome !== 'stored') throw new Error(`${id}: ${JSON.stringify(outcome)}`)
    revs.set(id, outcome.rev)
    process.stdout.write(`${id} ${outcome.rev}\n`)
  }
}
