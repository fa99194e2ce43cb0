import { join } from 'node:path'
import type { TerminalId } from '@orderez/core/kernel'
import type { FactLog } from '@orderez/core/sync'
import type { OpenedLog } from '../shared/host-api.ts'
import type { OpenLog } from '../shared/host-requests.ts'
import { openFileFactLog } from './file-fact-log.ts'
import { openLogDisk } from './log-disk.ts'
import { createSerialQueue } from './serial-queue.ts'

/** Holds the one log that is open; a window that loads again finds it as it is. */
export interface LogDesk {
  open(request: OpenLog): Promise<OpenedLog>
  /** Null before the first `open`. */
  current(): FactLog | null
  close(): Promise<void>
}

/** `folder` holds one folder of files for each terminal that this installation has been. */
export function createLogDesk(folder: string): LogDesk {
  const queue = createSerialQueue()
  let opened: { readonly terminal: TerminalId; readonly log: FactLog } | null = null

  async function close(): Promise<void> {
    const log = opened?.log
    opened = null
    await log?.close()
  }

  return {
    open: ({ terminal, incarnation }) =>
      queue.run(async () => {
        if (opened?.terminal !== terminal) {
          await close()
          const disk = await openLogDisk(join(folder, terminal))
          opened = { terminal, log: await openFileFactLog({ disk, terminal, newIncarnation: () => incarnation }) }
        }
        const { log } = opened
        return { tail: await log.tail(), breaks: log.breaks }
      }),
    current: () => opened?.log ?? null,
    close: () => queue.run(close),
  }
}
