import type { JsonObject } from '../kernel/index.ts'
import {
  describeIssue,
  editSchema,
  type Edit,
  type EditedCollection,
  type EditOutcome,
  type SyncedCollection,
} from '../sync/index.ts'
import type { Actor } from './authority-ports.ts'
import type { CommitQueue, Settled } from './commit-queue.ts'
import type { FileLetters } from './dead-letters.ts'
import { editTask, type EditDesk, type EditResult } from './edit-task.ts'
import { changeTask, type RecordWork } from './record-desk.ts'
import { removesTable } from './seated-tables.ts'

export interface PushEditsPorts {
  readonly desk: EditDesk
  readonly records: (collection: Exclude<SyncedCollection, 'orders'>) => CommitQueue<RecordWork>
  readonly fileLetters: FileLetters
  /** Whether somebody sits at a table, as far as the server knows. */
  readonly isSeated: (table: string) => Promise<boolean>
}

interface Sound {
  readonly index: number
  readonly edit: Edit
}

/** A13: decides each edit of a push by itself. One outcome for each item, in their order. */
export async function pushEdits(
  ports: PushEditsPorts,
  actor: Actor,
  items: readonly unknown[],
): Promise<EditOutcome[]> {
  if (items.length === 0) return []
  const outcomes = new Map<number, EditOutcome>()
  const sound: Sound[] = []
  for (const [index, item] of items.entries()) {
    const parsed = editSchema.safeParse(item)
    if (parsed.success) sound.push({ index, edit: parsed.data })
    else {
      const code = 'edit.malformed'
      const [filed] = await ports.fileLetters(actor, [{ item, code, detail: describeIssue(parsed.error) }])
      outcomes.set(
        index,
        filed ? { outcome: 'deadLetter', index, code, letter: filed.letter } : { outcome: 'retry', index },
      )
    }
  }
  // What a dish is sold as follows from option groups and taxes, so those are decided first.
  const [dishes, others] = [sound.filter(isOfDish), sound.filter((entry) => !isOfDish(entry))]
  for (const step of [others, dishes]) {
    for (const [index, outcome] of await decideStep(ports, actor, step)) outcomes.set(index, outcome)
  }
  return items.map((_item, index) => outcomes.get(index) ?? { outcome: 'retry', index })
}

function isOfDish({ edit }: Sound): boolean {
  return edit.mine['kind'] === 'dish'
}

async function decideStep(
  ports: PushEditsPorts,
  actor: Actor,
  step: readonly Sound[],
): Promise<[number, EditOutcome][]> {
  const byCollection = Map.groupBy(step, ({ edit }) => edit.collection)
  const decided = [...byCollection].map(([collection, entries]) => decideIn(ports, actor, collection, entries))
  return (await Promise.all(decided)).flat()
}

async function decideIn(
  ports: PushEditsPorts,
  actor: Actor,
  collection: EditedCollection,
  entries: readonly Sound[],
): Promise<[number, EditOutcome][]> {
  const tasks = await Promise.all(
    entries.map(async ({ edit }) =>
      editTask(ports.desk, actor, edit, removesTable(edit) && (await ports.isSeated(edit.document))),
    ),
  )
  const settled = await ports.records(collection).submit(tasks)
  return Promise.all(
    entries.map(async ({ index, edit }, at): Promise<[number, EditOutcome]> => [
      index,
      await answer(ports, index, edit, settled[at] ?? { state: 'retry' }),
    ]),
  )
}

async function answer(
  ports: PushEditsPorts,
  index: number,
  edit: Edit,
  settled: Settled<EditResult>,
): Promise<EditOutcome> {
  if (settled.state === 'retry') return { outcome: 'retry', index }
  if (settled.state === 'refused')
    return { outcome: 'refused', edit: edit.id, code: 'store.refused', document: edit.base }
  const { result, document, report, version } = settled.outcome
  const isKept = (await keep(ports, 'inbox', report)) && (await keep(ports, 'menu', version))
  if (!isKept) return { outcome: 'retry', index }
  if (result.ok && document) return { outcome: 'merged', edit: edit.id, document }
  return { outcome: 'refused', edit: edit.id, code: result.ok ? 'record.invalid' : result.code, document }
}

/** A document that goes with an edit: made once, and left alone when it is there. */
async function keep(
  ports: PushEditsPorts,
  collection: 'inbox' | 'menu',
  document: JsonObject | null,
): Promise<boolean> {
  if (!document) return true
  const task = changeTask(String(document['id']), (current) => (current ? null : document))
  const [settled] = await ports.records(collection).submit([task])
  return settled?.state === 'done'
}
