import * as z from 'zod'
import { idSchema, type DeadLetterId } from '../kernel/index.ts'
import { deadLetterIdOf, MAX_RAW, type DeadLetter } from '../inbox/index.ts'
import type { Actor, AuthorityPorts } from './authority-ports.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { LogBook, LogPlaceOf } from './log-book.ts'
import { changeTask, type RecordWork } from './record-desk.ts'

export interface Undeliverable {
  readonly item: unknown
  readonly code: string
  readonly detail?: string | undefined
}

export interface FiledLetter {
  readonly letter: DeadLetterId
  readonly n: number | null
}

/** A9: files what cannot be kept where it belongs. One answer for each, null where the store did not take it. */
export type FileLetters = (actor: Actor, letters: readonly Undeliverable[]) => Promise<readonly (FiledLetter | null)[]>

export function createDeadLetters(
  ports: Pick<AuthorityPorts, 'clock' | 'log'> & {
    readonly inbox: CommitQueue<RecordWork>
    readonly logs: LogBook
  },
): FileLetters {
  return async (actor, letters) => {
    const documents = letters.map((letter) => write(letter, actor, ports.clock.now()))
    // One that was filed before stays as it is, with the time at which it came first.
    const tasks = documents.map((document) => changeTask(document.id, (current) => (current ? null : document)))
    const settled = await ports.inbox.submit(tasks)
    return documents.map((document, index) => {
      if (settled[index]?.state !== 'done') return null
      const { place, id, code } = document
      if (place) ports.logs.learnLetter({ terminal: actor.terminal, ...place })
      ports.log({ event: 'item.deadLettered', terminal: actor.terminal, code })
      return { letter: id, n: place?.n ?? null }
    })
  }
}

const MAX_DETAIL = 400

function write({ item, code, detail }: Undeliverable, actor: Actor, at: number): DeadLetter {
  const raw = textOf(item)
  return {
    id: deadLetterIdOf(actor.terminal, raw),
    kind: 'deadLetter',
    v: 1,
    at,
    code,
    ...(detail !== undefined && { detail: detail.slice(0, MAX_DETAIL).toWellFormed() }),
    terminal: actor.terminal,
    place: placeOf(item, actor),
    raw: raw.slice(0, MAX_RAW).toWellFormed(),
    length: raw.length,
  }
}

function textOf(item: unknown): string {
  try {
    return JSON.stringify(item) ?? String(item)
  } catch (error) {
    // Nothing that came over the wire: nested without end, or no JSON at all.
    return `unwritable: ${error instanceof Error ? error.name : typeof error}`
  }
}

const placeSchema = z.object({
  terminal: idSchema('terminal'),
  incarnation: idSchema('incarnation'),
  n: z.int().min(1),
})

/** The place in the sender's own log that an unreadable item claims; nobody's claim about another's log counts. */
function placeOf(item: unknown, actor: Actor): Omit<LogPlaceOf, 'terminal'> | null {
  const inner = typeof item === 'object' && item !== null && 'fact' in item ? item.fact : item
  const place = placeSchema.safeParse(inner)
  if (!place.success || place.data.terminal !== actor.terminal) return null
  return { incarnation: place.data.incarnation, n: place.data.n }
}
