import type { Person, Role } from '@orderez/core/branch'
import { err, ok, type IdSource, type JsonObject, type PersonId, type Result } from '@orderez/core/kernel'
import { can } from '@orderez/core/staff'
import { createChance } from './chance.ts'
import { demoHandlers, type DemoHandlers } from './demo-handlers.ts'
import { openEveningRoom } from './evening-room.ts'
import { createEvening, type Evening } from './evening.ts'
import { writePastMonth, type PastMonthPorts } from './past-month.ts'

export interface DemoModule {
  readonly handlers: DemoHandlers
  /** Once terminals are answered: nobody waits for the demo's past. */
  start(): void
  stop(): Promise<void>
}

export interface DemoPorts extends Omit<PastMonthPorts, 'isStopping'> {
  readonly ids: IdSource
  /** False in a real restaurant: it has no past to invent and no guests who are not there. */
  readonly isDemo: boolean
  written(days: number, ms: number): void
  failed(cause: unknown): void
}

const BEAT_MS = 200

/** What makes the demo restaurant one that has been open for a while, and full tonight. */
export function demoModule(ports: DemoPorts): DemoModule {
  let stopping = false
  let writing: Promise<void> = Promise.resolve()
  let beating: Promise<void> = Promise.resolve()
  let beat: NodeJS.Timeout | undefined
  const evening = ports.isDemo ? eveningOf(ports) : null

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

  function beatOn(running: Evening): void {
    beat = setTimeout(() => {
      beating = running.advance().catch(ports.failed)
      void beating.then(() => {
        if (!stopping) beatOn(running)
      })
    }, BEAT_MS)
    beat.unref()
  }

  return {
    handlers: demoHandlers({ evening: () => evening, mayTurn: (person) => mayTurn(ports, person) }),
    start() {
      if (!evening) return
      writing = writePast()
      beatOn(evening)
    },
    async stop() {
      stopping = true
      clearTimeout(beat)
      await Promise.all([writing, beating])
    },
  }
}

function eveningOf(ports: DemoPorts): Evening {
  return createEvening({
    now: ports.now,
    chance: createChance(`${ports.branch} ${ports.now()}`),
    openRoom: () => openEveningRoom(ports, ports.ids),
    failed: ports.failed,
  })
}

/** Who may change the restaurant may fill it. */
async function mayTurn({ authority }: DemoPorts, id: PersonId): Promise<Result<null, 'right.missing'>> {
  const [[person], roles] = await Promise.all([authority.read('branch', [id]), authority.list('branch', 'role')])
  const known = person?.['kind'] === 'person' ? (person as JsonObject as Person) : null
  const isActive = known?.active === true && known.deleted !== true
  return isActive && can(known.roles, 'edit.branch', roles as readonly JsonObject[] as readonly Role[])
    ? ok(null)
    : err('right.missing')
}
