import { assertNever, type BranchId, type EditId, type IdSource, type JsonObject } from '../kernel/index.ts'
import type {
  Edit,
  EditedCollection,
  EditOutcome,
  PendingEdit,
  PushResponse,
  ServerLink,
  TerminalStore,
} from '../sync/index.ts'
import { overlay, restored, settleEdit, stackEdit, type EditRequest } from './edit-steps.ts'
import type { EngineState } from './engine-state.ts'
import type { RefusedEdit } from './engine-status.ts'
import type { Life } from './life.ts'
import { takeBatch } from './push-batch.ts'
import { createSerial } from './serial.ts'
import type { Session } from './session.ts'
import type { StepEnd } from './worker.ts'

/** The edit was not kept; the document is as it was. */
export class EditError extends Error {
  override readonly name = 'EditError'
  readonly code = 'edit.notSaved'
}

export interface EditsParts {
  readonly collection: EditedCollection
  readonly branch: BranchId
  readonly life: Life
  readonly link: ServerLink
  readonly store: TerminalStore
  readonly session: Session
  readonly state: EngineState
  readonly ids: IdSource
  refused(edit: RefusedEdit): Promise<void>
  changed(): Promise<void>
}

/** E11: what people change in the documents of one collection, and the server's word on it. */
export interface Edits {
  edit(request: EditRequest): Promise<void>
  /** Sends what is pending. `idle` when nothing is left to send. */
  push(): Promise<StepEnd>
  /** Documents from the server, under the changes that are pending here. */
  applyServed(documents: readonly JsonObject[]): Promise<void>
}

/** The wire's limit for one push. */
const MOST_EDITS = 200

export function createEdits(parts: EditsParts): Edits {
  const { collection, life, store, session, ids } = parts
  /** Whoever reads a document and its pending edit in order to write them does it alone. */
  const alone = createSerial()
  let most = MOST_EDITS
  /** Edits that the server refused to look at even alone; the others go first (E6). */
  const awkward = new Set<EditId>()

  async function pendingHere(): Promise<PendingEdit[]> {
    const pending = await store.pendingEdits()
    return pending.filter((edit) => edit.collection === collection).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async function nextBatch(): Promise<readonly Edit[]> {
    const pending = (await pendingHere()).map(plain)
    const ready = pending.filter(({ id }) => !awkward.has(id))
    if (ready.length > 0) return takeBatch(ready, most)
    const [next] = awkward
    return pending.filter(({ id }) => id === next)
  }

  async function shown(document: string): Promise<JsonObject | null> {
    const [found] = await store.readDocuments(collection, [document])
    return found ?? null
  }

  /** Once marked, an edit keeps its id and its content until it is answered, so that the server knows a repeat. */
  async function markSent(): Promise<Edit[]> {
    const taken: Edit[] = []
    for (const edit of await nextBatch()) {
      const pending = await store.pendingEdit(collection, edit.document)
      const document = await shown(edit.document)
      if (pending?.id !== edit.id) continue
      if (!pending.sent) await store.writeEdited(collection, document ?? pending.mine, { ...pending, sent: true })
      taken.push(edit)
    }
    return taken
  }

  async function settle(edit: Edit, outcome: EditOutcome): Promise<boolean> {
    const pending = await store.pendingEdit(collection, edit.document)
    if (pending?.id !== edit.id) return true
    switch (outcome.outcome) {
      case 'merged': {
        const settled = settleEdit(pending, outcome.document, ids.next('edit'))
        await store.writeEdited(collection, settled.document, settled.pending)
        return true
      }
      case 'refused':
        await refuse(pending, outcome.code, outcome.document)
        return true
      case 'deadLetter':
        await refuse(pending, outcome.code, null)
        return true
      case 'retry':
        return false
      default:
        return assertNever(outcome)
    }
  }

  /** What the person wanted is kept in the report before the document is restored. */
  async function refuse(pending: PendingEdit, code: string, served: JsonObject | null): Promise<void> {
    const { id, document } = pending
    await parts.refused({ edit: id, collection, document, code, mine: pending.later?.mine ?? pending.mine })
    const before = restored(pending, served)
    const settled = (served ?? pending.base) ? settleEdit(pending, before, ids.next('edit')) : null
    await store.writeEdited(collection, settled?.document ?? before, settled?.pending ?? null)
  }

  async function apply(sent: readonly Edit[], answer: PushResponse): Promise<StepEnd> {
    let answered = 0
    for (const outcome of answer.edits) {
      const edit = sent.find((each, index) => ('edit' in outcome ? each.id === outcome.edit : index === outcome.index))
      if (!edit || !(await settle(edit, outcome))) continue
      awkward.delete(edit.id)
      answered += 1
    }
    await parts.changed()
    most = MOST_EDITS
    return answered > 0 ? 'again' : 'retry'
  }

  /** E6, as for facts: what is refused as a whole is asked again in smaller parts. */
  function isolate(sent: readonly Edit[]): StepEnd {
    most = Math.max(1, Math.floor(sent.length / 2))
    if (sent.length > 1) return 'again'
    let known = false
    for (const { id } of sent) {
      known = awkward.delete(id)
      awkward.add(id)
    }
    return known ? 'slow' : 'retry'
  }

  return {
    async edit(request) {
      if (!life.alive) throw new EditError('the engine is stopped')
      await life.local(() =>
        alone(async () => {
          const { id } = request.next
          const pending = await store.pendingEdit(collection, id)
          const next = stackEdit(pending, await shown(id), request, ids.next('edit'))
          await store.writeEdited(collection, request.next, next)
        }).catch((error: unknown) => {
          throw new EditError('the store did not take the edit', { cause: error })
        }),
      )
      await parts.changed()
    },
    async push() {
      const { epoch } = session
      if (!session.settled || epoch === null) return 'idle'
      const sent = await life.local(() => alone(markSent))
      if (sent.length === 0) return 'idle'
      const answer = await session.exchange(() =>
        parts.link.push({ branch: parts.branch, epoch, facts: [], edits: [...sent] }),
      )
      if (!life.alive) return 'idle'
      if (answer.ok) return life.local(() => alone(() => apply(sent, answer.value)))
      if (answer.code === 'link.stale') return 'again'
      if (answer.code === 'link.unauthorised') return 'idle'
      return answer.code === 'link.rejected' ? isolate(sent) : 'retry'
    },
    applyServed: (documents) =>
      alone(async () => {
        const pending = new Map((await pendingHere()).map((edit) => [edit.document, edit]))
        const editOf = ({ id }: JsonObject) => (typeof id === 'string' ? pending.get(id) : undefined)
        const free = documents.filter((document) => !editOf(document))
        if (free.length > 0) await store.writeDocuments(collection, free)
        for (const document of documents) {
          const edit = editOf(document)
          if (edit) await store.writeEdited(collection, overlay(edit, document), edit)
        }
      }),
  }
}

/** As it travels: without what only this terminal needs to know. */
function plain({ id, collection, document, person, base, mine }: PendingEdit): Edit {
  return { id, collection, document, person, base, mine }
}
