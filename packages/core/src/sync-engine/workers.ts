import type { Entropy, Timers } from '../sync/index.ts'
import { createBackoff, type Backoff } from './backoff.ts'
import type { Life } from './life.ts'
import type { LinkSign } from './link-sign.ts'
import { createWorker, type StepEnd, type Worker } from './worker.ts'

/** The workers of one run, by name. */
export interface Workers {
  employ(name: string, step: () => Promise<StepEnd>): Backoff
  wake(name: string): void
  stop(): void
}

export interface WorkersParts {
  readonly life: Life
  readonly timers: Timers
  readonly entropy: Entropy
  readonly sign: LinkSign
}

export function createWorkers({ life, timers, entropy, sign }: WorkersParts): Workers {
  const workers = new Map<string, Worker>()
  return {
    employ(name, step) {
      const backoff = createBackoff(entropy)
      workers.set(
        name,
        createWorker({
          life,
          timers,
          backoff,
          step,
          worked: () => sign.unblock(name),
          failed: (error) =>
            sign.block(name, { by: 'store', reason: error instanceof Error ? error.message : String(error) }),
        }),
      )
      return backoff
    },
    wake: (name) => workers.get(name)?.wake(),
    stop() {
      for (const worker of workers.values()) worker.stop()
    },
  }
}
