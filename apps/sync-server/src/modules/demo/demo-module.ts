import { writePastMonth, type PastMonthPorts } from './past-month.ts'

export interface DemoModule {
  /** Once terminals are answered: nobody waits for the demo's past. */
  start(): void
  stop(): Promise<void>
}

export interface DemoPorts extends Omit<PastMonthPorts, 'isStopping'> {
  written(days: number, ms: number): void
  failed(cause: unknown): void
}

/** What makes the demo restaurant one that has been open for a while. */
export function demoModule(ports: DemoPorts): DemoModule {
  let stopping = false
  let writing: Promise<void> = Promise.resolve()

  async function writePast(): Promise<void> {
    const from = performance.now()
    try {
      const days = await writePastMonth({ ...ports, isStopping: () => stopping })
      if (days > 0) ports.written(days, Math.round(performance.now() - from))
    } catch (cause) {
      // The next start goes on from here; the restaurant itself is open.
      if (!stopping) ports.failed(cause)
    }
  }

  return {
    start() {
      writing = writePast()
    },
    async stop() {
      stopping = true
      await writing
    },
  }
}
