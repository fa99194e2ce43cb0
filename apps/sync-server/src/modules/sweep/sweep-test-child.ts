import { idSchema } from '@orderez/core/kernel'
import { collectionSetups } from '../../collections.ts'
import { openStore } from '../../store/open-store.ts'
import { startLeafSweeper } from './leaf-sweeper.ts'
import { openBranch } from './open-branch.ts'

/** Sweeps a branch's store and prints each document whose leaves it has united, until it is done or somebody kills it. */
const [dataDir = '', prefix = '', branch = ''] = process.argv.slice(2)
const store = await openStore({ dataDir, prefix, collections: collectionSetups() })
const authority = await openBranch(
  store,
  idSchema('branch').parse(branch),
  (event) => void process.stdout.write(`${event}\n`),
)
const sweeper = startLeafSweeper({ authority, store, failed: (cause) => console.error(cause) })
await sweeper.idle()
await sweeper.stop()
await authority.drain()
await store.close()
