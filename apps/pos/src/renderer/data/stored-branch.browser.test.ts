import { describe, expect, it } from 'vitest'
import { createIdSource } from '@orderez/core/kernel'
import { entropy } from '../platform/browser-ports.ts'
import { databaseName } from './database-name.ts'
import { openTerminalDatabase } from './database.ts'
import { createQueries } from './queries.ts'
import { createRxTerminalStore } from './rx-terminal-store.ts'
import { readStoredBranch } from './stored-branch.ts'

const ids = createIdSource({ now: () => Date.now(), random: entropy })

async function openStore() {
  const terminal = ids.next('terminal')
  const database = await openTerminalDatabase(databaseName(terminal))
  return { terminal, database, store: createRxTerminalStore(database, terminal) }
}

const branch = () => ({
  id: ids.next('branch'),
  kind: 'branch',
  v: 1,
  names: { zh: '小馆', en: 'Bistro' },
  more: { '': null },
})
const person = (name: string, active = true) => ({
  id: ids.next('person'),
  kind: 'person',
  v: 1,
  name,
  active,
  roles: ['waiter'],
})

describe('the branch as it is stored', () => {
  it('is what the open database says, while it is open and after it is closed', async () => {
    const { terminal, database, store } = await openStore()
    const [gone, lin] = [person('Zhou'), person('Lin')]
    await store.writeDocuments('branch', [branch(), lin, gone, person('Wei', false)])
    await store.writeDocuments('branch', [{ ...gone, deleted: true }])
    const live = createQueries(database, terminal).branch
    const leave = live.subscribe(() => undefined)
    await expect.poll(() => live.get()).not.toBeNull()
    const asked = live.get()
    leave()
    expect(asked?.people.map(({ name }) => name)).toEqual(['Lin'])
    expect(await readStoredBranch(terminal)).toEqual(asked)
    await database.close()
    expect(await readStoredBranch(terminal)).toEqual(asked)
  })

  it('has nothing of rows that the database has removed', async () => {
    const { terminal, database, store } = await openStore()
    const [here, gone] = [person('Lin'), person('Zhou')]
    await store.writeDocuments('branch', [branch(), here, gone])
    await database['branch'].bulkRemove([gone.id])
    expect((await readStoredBranch(terminal))?.people.map(({ name }) => name)).toEqual(['Lin'])
    await database.remove()
  })

  it('is null before the first copy, and looking makes no database', async () => {
    const { terminal, database } = await openStore()
    expect(await readStoredBranch(terminal)).toBeNull()
    await database.remove()
    const stranger = ids.next('terminal')
    expect(await readStoredBranch(stranger)).toBeNull()
    const names = (await indexedDB.databases()).map(({ name }) => name)
    expect(names.filter((name) => name?.includes(stranger))).toEqual([])
  })
})
