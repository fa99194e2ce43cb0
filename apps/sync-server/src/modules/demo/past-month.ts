import { setTimeout as sleep } from 'node:timers/promises'
import { businessDayOf, businessDaySchema, type BusinessDay, type JsonObject } from '@orderez/core/kernel'
import { lastDays } from '@orderez/core/reports'
import * as z from 'zod'
import { readDemoHouse } from './demo-crew.ts'
import { pastDay } from './past-day.ts'
import { deliver, enrolSimulated, type DemoDoor } from './simulated-terminal.ts'

/** Where the server notes how far it came. Both survive a start. */
export interface PastNotes {
  read(id: string): Promise<JsonObject | null>
  change(id: string, change: (current: JsonObject | null) => JsonObject | null): Promise<void>
}

export interface PastMonthPorts extends DemoDoor {
  readonly notes: PastNotes
  /** Business days before the opening. */
  readonly days: number
  /** True once the server stops: what is under way is finished, nothing new is begun. */
  isStopping(): boolean
}

const NOTE = 'demo-past'
/** `next`: how many of the days before `opened` are written, the earliest first. */
const noteSchema = z.strictObject({ opened: businessDaySchema, days: z.int().min(0), next: z.int().min(0) })
type Note = z.infer<typeof noteSchema>

const FACTS_A_PUSH = 150

/**
 * Gives the demo a past: each day as facts through the door that every terminal uses. A day that was cut off is written again with the same
 * ids, which changes nothing where it was. Resolves with the days written now; the guests of the present are never held up for long.
 */
export async function writePastMonth(ports: PastMonthPorts): Promise<number> {
  const { authority, branch, notes } = ports
  const house = await readDemoHouse(authority, branch)
  const before = noteSchema.safeParse(await notes.read(NOTE))
  const opened = before.success ? before.data.opened : house && businessDayOf(ports.now(), house.branch)
  if (!house || !opened) return 0
  let note: Note = before.success ? before.data : { opened, days: ports.days, next: 0 }
  if (note.next >= note.days) return 0
  await notes.change(NOTE, () => note)
  const terminal = await enrolSimulated(ports, 'past', '上月收银 Last month')
  const wanted = daysBefore(opened, note.days, house.branch)
  let written = 0
  for (const day of wanted.slice(note.next)) {
    if (ports.isStopping()) break
    await writeDay(ports, pastDay({ house, terminal, day }), terminal)
    note = { ...note, next: note.next + 1 }
    await notes.change(NOTE, () => note)
    written += 1
  }
  return written
}

/** The earliest first. */
function daysBefore(opened: BusinessDay, count: number, rule: Parameters<typeof lastDays>[2]): readonly BusinessDay[] {
  const noon = Date.parse(`${opened}T12:00:00Z`)
  const days = lastDays(noon, count + 2, rule).filter((day) => day < opened)
  return days.slice(0, count).toReversed()
}

async function writeDay(
  ports: PastMonthPorts,
  { orders, shift, heat }: ReturnType<typeof pastDay>,
  terminal: Parameters<typeof deliver>[1],
): Promise<void> {
  for (let from = 0; from < orders.length;) {
    const began = performance.now()
    let to = from
    let count = 0
    while (to < orders.length && count < FACTS_A_PUSH) count += orders[to++]?.length ?? 0
    await deliver(ports, terminal, { facts: orders.slice(from, to).flat() })
    from = to
    // Half of the time belongs to whoever is in the restaurant now.
    await sleep(performance.now() - began)
  }
  await deliver(ports, terminal, { edits: shift ? [shift, heat] : [heat] })
}
