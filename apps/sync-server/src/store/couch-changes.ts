import { StoreError, type ChangesPage, type Seq } from '@orderez/core/sync'
import type { CouchClient } from './couch-client.ts'
import { withLosers } from './couch-read.ts'
import { readIncarnation } from './couch-setup.ts'
import { changesAnswer, databaseAnswer, expectAnswer, updatesBefore } from './couch-wire.ts'

/** A node of a cluster may lag behind the one that gave the checkpoint, for a moment. */
const LAG_CHECKS_MS = [0, 200, 800]

/** What a caller sees as one opaque value: CouchDB would take a place of another incarnation for one of its own. */
function formatSeq(incarnation: string, couchSeq: string): Seq {
  return `${incarnation}.${couchSeq}`
}

export async function readSeq(client: CouchClient, database: string, incarnation: string): Promise<Seq> {
  return formatSeq(incarnation, await newestSeq(client, database))
}

async function newestSeq(client: CouchClient, database: string): Promise<string> {
  const answer = await client.request({ method: 'GET', database })
  return expectAnswer(answer, databaseAnswer, `seq of ${database}`).update_seq
}

export async function readChanges(
  client: CouchClient,
  database: string,
  incarnation: string,
  since: Seq | null,
  limit: number,
): Promise<ChangesPage> {
  const start = since === null ? '0' : placeIn(incarnation, since)
  const query = { include_docs: true, conflicts: true, since: start, limit: limit + 1 }
  const answer = await client.request({ method: 'GET', database, path: '_changes', query })
  if (since !== null && answer.kind === 'answer' && answer.status === 400) throw unknownSeq()
  const { results, last_seq } = expectAnswer(answer, changesAnswer, `changes of ${database}`)
  // A place in the future answers "nothing new" for ever, on both servers; only then is it worth a look.
  if (results.length === 0 && since !== null) await checkPlace(client, database, incarnation, start)
  const page = results.slice(0, limit)
  const documents = page.flatMap((change) => (change.deleted === true ? [] : (change.doc ?? [])))
  const more = results.length > limit
  const seq = more ? (page.at(-1)?.seq ?? start) : last_seq
  return { documents: await withLosers(client, database, documents), seq: formatSeq(incarnation, seq), more }
}

function placeIn(incarnation: string, since: Seq): string {
  const [known, place] = [since.slice(0, incarnation.length + 1), since.slice(incarnation.length + 1)]
  if (known !== `${incarnation}.` || !/^[0-9]+(-[\w-]+)?$/.test(place)) throw unknownSeq()
  return place
}

function unknownSeq(): StoreError {
  return new StoreError('store.seqUnknown', 'a place of another incarnation or of the future')
}

async function checkPlace(client: CouchClient, database: string, incarnation: string, start: string): Promise<void> {
  if ((await readIncarnation(client, database)) !== incarnation) throw unknownSeq()
  for (const pause of LAG_CHECKS_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (updatesBefore(start) <= updatesBefore(await newestSeq(client, database))) return
  }
  throw unknownSeq()
}
