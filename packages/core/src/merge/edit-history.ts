import type { JsonObject, JsonValue } from '../kernel/index.ts'
import { elementsOf } from './elements.ts'
import { mergeDocuments } from './merge-documents.ts'

/** What an edit did to one document; `before` is null where it made the document. */
export interface DocumentChange {
  readonly before: JsonObject | null
  readonly after: JsonObject
}

/** What one editor did, newest last, and what was taken back, next one last. A step may change several documents. */
export interface EditHistory {
  readonly done: readonly (readonly DocumentChange[])[]
  readonly undone: readonly (readonly DocumentChange[])[]
}

export const NO_HISTORY: EditHistory = { done: [], undone: [] }

/** Older steps are forgotten. */
const MOST_STEPS = 100

/** After a new step nothing that was taken back can be made again. */
export function withStep(history: EditHistory, step: readonly DocumentChange[]): EditHistory {
  return { done: [...history.done, step].slice(-MOST_STEPS), undone: [] }
}

interface Revisited {
  readonly history: EditHistory
  /** To be laid over the documents as they are now, in this order. */
  readonly changes: readonly DocumentChange[]
}

/** Takes the newest step back; null where there is none. */
export function undoneStep({ done, undone }: EditHistory): Revisited | null {
  const step = done.at(-1)
  if (!step) return null
  return { history: { done: done.slice(0, -1), undone: [...undone, step] }, changes: step.toReversed().map(inverse) }
}

/** Makes the step again that was taken back last; null where there is none. */
export function redoneStep({ done, undone }: EditHistory): Revisited | null {
  const step = undone.at(-1)
  if (!step) return null
  const changes = step.map((change) => inverse({ before: change.after, after: inverse(change).after }))
  return { history: { done: [...done, step], undone: undone.slice(0, -1) }, changes }
}

/** The document to write: only what the change changed, over what is stored now, so that another person's edits stay. */
export function changedNow(current: JsonObject | null, { before, after }: DocumentChange): JsonObject {
  return mergeDocuments({ base: before, theirs: current, mine: after, standing: 'mine' }).merged
}

function inverse({ before, after }: DocumentChange): DocumentChange {
  return { before: after, after: before ? explicit(before, after) : { ...after, deleted: true } }
}

/** `document` as a change from `other`: nothing is removed by being absent, so what only the other has is marked as deleted, and marks are lifted in words. */
function explicit(document: JsonObject, other: JsonObject): JsonObject {
  const fields = Object.entries(document).map(([key, value]) => [key, explicitValue(value, other[key])] as const)
  const isMarked = other['deleted'] === true && document['deleted'] !== true
  return { ...Object.fromEntries(fields), ...(isMarked && { deleted: false }) }
}

function explicitValue(value: JsonValue | undefined, other: JsonValue | undefined): JsonValue | undefined {
  const [mine, others] = [elementsOf(value), elementsOf(other)]
  if (!mine || !others) return value
  const kept = [...mine].map(([id, element]) => explicit(element, others.get(id) ?? {}))
  const gone = [...others.values()].filter(({ id }) => !mine.has(String(id)))
  return [...kept, ...gone.map((element) => ({ ...element, deleted: true }))]
}
