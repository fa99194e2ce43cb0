import type { Timers } from '../sync/index.ts'
import type { Backoff } from './backoff.ts'
import type { Life } from './life.ts'

/**
 * How a step ended. `idle`: nothing left, sleep until woken. `again`: there was progress and there is more. `retry`: it did not work, pause
 * and try. `slow`: it will not work soon, use the longest pause.
 */
export type StepEnd = 'idle' | 'again' | 'retry' | 'slow'

/** Runs one step at a time for as long as there is something to do, and pauses between failures. */
export interface Worker {
  /** Something changed: run now, or once more after the step under way. Ends a pause and forgets earlier failures. */
  wake(): void
  /** Nothing runs afterwards; a step that waits for the network notices when its answer comes. */
  stop(): void
}

export interface WorkerParts {
  readonly life: Life
  readonly timers: Timers
  readonly backoff: Backoff
  step(): Promise<StepEnd>
  /** A step went through, whatever its end. */
  worked(): void
  /** A step threw: log or store failed. The worker tries again. */
  failed(error: unknown): void
}

export function createWorker({ life, timers, backoff, step, worked, failed }: WorkerParts): Worker {
  let running = false
  let woken = false
  let cancelPause: (() => void) | null = null

  async function attempt(): Promise<StepEnd> {
    try {
      const end = await step()
      if (life.alive) worked()
      return end
    } catch (error) {
      if (life.alive) failed(error)
      return 'retry'
    }
  }

  async function run(): Promise<void> {
    running = true
    for (;;) {
      woken = false
      const end = await attempt()
      if (!life.alive) return
      if (end === 'idle' || end === 'again') backoff.reset()
      if (end === 'again' || woken) continue
      running = false
      if (end !== 'idle') pause(end)
      return
    }
  }

  function pause(end: 'retry' | 'slow'): void {
    if (end === 'slow') backoff.slowDown()
    cancelPause = timers.after(backoff.next(), () => {
      cancelPause = null
      void run()
    })
  }

  return {
    wake() {
      if (!life.alive) return
      backoff.reset()
      woken = true
      if (running) return
      cancelPause?.()
      cancelPause = null
      void run()
    },
    stop() {
      cancelPause?.()
      cancelPause = null
    },
  }
}
