import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { startEmbeddedCouch } from '../../store/embedded-couch.ts'
import { joinedServersContract } from './joined-servers-contract.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const neverCrashes = (reason: string): void => {
  throw new Error(`the embedded store ended: ${reason}`)
}

joinedServersContract('two embedded stores', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'orderez-joined-'))
  const branch = await startEmbeddedCouch(join(dataDir, 'branch'), neverCrashes)
  const office = await startEmbeddedCouch(join(dataDir, 'office'), neverCrashes)
  return {
    addresses: [branch.address, office.address],
    close: async () => {
      await branch.close()
      await office.close()
      await rm(dataDir, { recursive: true })
    },
  }
})
