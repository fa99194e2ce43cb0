import { appendFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { factLogContract } from '@orderez/core/testing/fact-log-contract'
import { ids, newFolder, openLog, troubledDisk } from './testing/log-under-test.ts'

for (const segmentBytes of [1_000_000, 500]) {
  factLogContract(`files of ${segmentBytes} bytes`, async () => {
    const folder = await newFolder()
    const terminal = ids.next('terminal')
    const disk = await troubledDisk(folder)
    let log = await openLog(disk, terminal, segmentBytes)
    return {
      log,
      async reopen() {
        await log.close()
        return (log = await openLog(disk, terminal, segmentBytes))
      },
      flushes: disk.flushes,
      async tear(unfinished, characters) {
        await log.close()
        const names = await readdir(folder)
        const last =
          names
            .filter((name) => name.endsWith('.log'))
            .toSorted()
            .at(-1) ?? ''
        await appendFile(join(folder, last), unfinished.slice(0, characters))
        return (log = await openLog(disk, terminal, segmentBytes))
      },
      async close() {
        await log.close()
        await rm(folder, { recursive: true })
      },
    }
  })
}
