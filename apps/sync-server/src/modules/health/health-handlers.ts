import type { RequestHandler } from 'express'

const ANSWER_MS = 2_000

export interface HealthHandlers {
  readonly health: RequestHandler
  readonly ready: RequestHandler
  readonly time: RequestHandler
}

/** health: the process answers. ready: the store answers too, in time, and the server is not stopping. time: the clock that terminals learn from. */
export function healthHandlers(ports: {
  now(): number
  ready(): Promise<boolean>
  isStopping(): boolean
  /** Epoch milliseconds; null where there is none. */
  lastBackup(): Promise<number | null>
  version: string
}): HealthHandlers {
  return {
    async health(_request, response) {
      response.json({ status: 'up', version: ports.version, lastBackup: await ports.lastBackup() })
    },
    async ready(_request, response) {
      const ready = !ports.isStopping() && (await inTime(ports.ready()))
      response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' })
    },
    time(_request, response) {
      response.setHeader('cache-control', 'no-store').json({ serverTime: ports.now() })
    },
  }
}

/** A store that hangs is not ready, and whoever asks waits for an answer of some kind. */
async function inTime(ready: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ANSWER_MS)
  })
  return Promise.race([ready, late]).finally(() => clearTimeout(timer))
}
