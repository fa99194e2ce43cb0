import PouchDB from 'pouchdb-core'
import http from 'pouchdb-adapter-http'
import idb from 'pouchdb-adapter-idb'
import replication from 'pouchdb-replication'
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb'
import { openPeerRows } from './peer-database.ts'
import { openKitchen } from './sample-orders.ts'

PouchDB.plugin(idb).plugin(http).plugin(replication)

/** The body of a round as a waiter sends it, for those who keep it whole. */
async function roundBody(): Promise<{ body: unknown }> {
  const { site } = await openKitchen()
  return { body: Array.from({ length: 4 }, () => site.line()) }
}

/** Shows what has come as tickets, and sends a round at each tap on the one button. */
function showTickets(send: (id: string) => unknown): (ids: readonly string[]) => void {
  const list = document.createElement('ul')
  const button = document.createElement('button')
  button.dataset['testid'] = 'send'
  button.textContent = 'Send'
  button.addEventListener('click', () => void send(crypto.randomUUID()))
  document.querySelector('#root')?.replaceChildren(button, list)
  return (ids) => {
    list.replaceChildren(
      ...ids.map((id) => {
        const item = document.createElement('li')
        item.dataset['testid'] = 'ticket'
        item.textContent = id
        return item
      }),
    )
  }
}

/** PouchDB with its own live sync, both ways. `url` is the database behind the bench's own site. */
export async function openPouchSync(url: string): Promise<void> {
  const database = new PouchDB(`bench-sync-${performance.timeOrigin}`, { adapter: 'idb' })
  const round = await roundBody()
  const show = showTickets((id) => database.put({ _id: id, ...round }))
  const seen: string[] = []
  database.changes({ since: 'now', live: true }).on('change', ({ id }) => {
    seen.push(id)
    show(seen)
  })
  PouchDB.sync(database, new PouchDB(url, { adapter: 'http' }), { live: true, retry: true })
}

/** RxDB with its CouchDB replication, live both ways. */
export async function openRxSync(url: string): Promise<void> {
  const rounds = await openPeerRows(`bench-rxsync-${performance.timeOrigin}`)
  const round = await roundBody()
  const show = showTickets((id) => rounds.insert({ id, ...round }))
  rounds.find().$.subscribe((rows) => show(rows.map((row) => row.primary)))
  const replication = replicateCouchDB({
    replicationIdentifier: url,
    collection: rounds,
    url,
    live: true,
    pull: {},
    push: {},
  })
  await replication.awaitInitialReplication()
}
