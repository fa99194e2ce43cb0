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

/** The wire's limit for one push. */
const MOST_EDITS = 200

/** E11: what people change in the documents of one collection, and the server's word on it. */
export class Edits {
  readonly #parts: EditsParts
  /** Whoever reads a document and its pending edit in order to write them does it alone. */
  readonly #alone = createSerial()
  #most = MOST_EDITS
  /** Edits that the server refused to look at even alone; the others go first (E6). */
  readonly #awkward = new Set<EditId>()

  constructor(parts: EditsParts) {
    this.#parts = parts
  }

  async edit(request: EditRequest): Promise<void> {
    const { life, changed } = this.#parts
    if (!life.alive) throw new EditError('the engine is stopped')
    try {
      await life.local(() => this.#alone(() => this.#stack(request)))
    } catch (error) {
      throw new EditError('the store did not take the edit', { cause: error })
    }
    await changed()
  }

  /** Sends what is pending. `idle` when nothing is left to send. */
  async push(): Promise<StepEnd> {
    const { life, session, branch, link } = this.#parts
    const { epoch } = session
    if (!session.settled || epoch === null) return 'idle'
    const sent = await life.local(() => this.#alone(() => this.#markSent()))
    if (sent.length === 0) return 'idle'
    const answer = await session.exchange(() => link.push({ branch, epoch, facts: [], edits: [...sent] }))
    if (!life.alive) return 'idle'
    if (answer.ok) return life.local(() => this.#alone(() => this.#apply(sent, answer.value)))
    if (answer.code === 'link.stale') return 'again'
    if (answer.code === 'link.unauthorised') return 'idle'
    return answer.code === 'link.rejected' ? this.#isolate(sent) : 'retry'
  }

  /** Documents from the server, under the changes that are pending here. */
  applyServed(documents: readonly JsonObject[]): Promise<void> {
    const { store, collection } = this.#parts
    return this.#alone(async () => {
      const pending = new Map((await this.#pending()).map((edit) => [edit.document, edit]))
      const editOf = ({ id }: JsonObject) => (typeof id === 'string' ? pending.get(id) : undefined)
      const free = documents.filter((document) => !editOf(document))
      if (free.length > 0) await store.writeDocuments(collection, free)
      for (const document of documents) {
        const edit = editOf(document)
        if (edit) await store.writeEdited(collection, overlay(edit, document), edit)
      }
    })
  }

  async #stack(request: EditRequest): Promise<void> {
    const { store, collection, ids } = this.#parts
    const { id } = request.next
    const pending = await store.pendingEdit(collection, id)
    const next = stackEdit(pending, await this.#shown(id), request, ids.next('edit'))
    await store.writeEdited(collection, request.next, next)
  }

  async #pending(): Promise<PendingEdit[]> {
    const { store, collection } = this.#parts
    const pending = await store.pendingEdits()
    return pending.filter((edit) => edit.collection === collection).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async #shown(document: string): Promise<JsonObject | null> {
    const { store, collection } = this.#parts
    const [found] = await store.readDocuments(collection, [document])
    return found ?? null
  }

  async #nextBatch(): Promise<readonly PendingEdit[]> {
    const pending = await this.#pending()
    const ready = pending.filter(({ id }) => !this.#awkward.has(id))
    if (ready.length > 0) {
      const { length } = takeBatch(ready.map(plain), this.#most)
      return ready.slice(0, length)
    }
    for (const id of this.#awkward) {
      const next = pending.find((edit) => edit.id === id)
      if (next) return [next]
      // Something else has become of it since.
      this.#awkward.delete(id)
    }
    return []
  }

  /** Once marked, an edit keeps its id and its content until it is answered, so that the server knows a repeat. */
  async #markSent(): Promise<Edit[]> {
    const { store, collection } = this.#parts
    const batch = await this.#nextBatch()
    for (const pending of batch) {
      if (pending.sent) continue
      const document = await this.#shown(pending.document)
      await store.writeEdited(collection, document ?? pending.mine, { ...pending, sent: true })
    }
    return batch.map(plain)
  }

  async #apply(sent: readonly Edit[], answer: PushResponse): Promise<StepEnd> {
    let answered = 0
    for (const outcome of answer.edits) {
      const edit = sent.find((each, index) => ('edit' in outcome ? each.id === outcome.edit : index === outcome.index))
      if (!edit || !(await this.#settle(edit, outcome))) continue
      this.#awkward.delete(edit.id)
      answered += 1
    }
    await this.#parts.changed()
    this.#most = MOST_EDITS
    return answered > 0 ? 'again' : 'retry'
  }

  async #settle(edit: Edit, outcome: EditOutcome): Promise<boolean> {
    const { store, collection, ids } = this.#parts
    const pending = await store.pendingEdit(collection, edit.document)
    if (pending?.id !== edit.id) return true
    switch (outcome.outcome) {
      case 'merged': {
        const settled = settleEdit(pending, outcome.document, ids.next('edit'))
        await store.writeEdited(collection, settled.document, settled.pending)
        return true
      }
      case 'refused':
        await this.#refuse(pending, outcome.code, outcome.document)
        return true
      case 'deadLetter':
        await this.#refuse(pending, outcome.code, null)
        return true
      case 'retry':
        return false
      default:
        return assertNever(outcome)
    }
  }

  /** What the person wanted is kept in the report before the document is restored. */
  async #refuse(pending: PendingEdit, code: string, served: JsonObject | null): Promise<void> {
    const { store, collection, ids, refused } = this.#parts
    const { id, document } = pending
    await refused({ edit: id, collection, document, code, mine: pending.later?.mine ?? pending.mine })
    const before = restored(pending, served)
    const hasBeen = (served ?? pending.base) !== null
    const settled = hasBeen ? settleEdit(pending, before, ids.next('edit')) : { document: before, pending: null }
    await store.writeEdited(collection, settled.document, settled.pending)
  }

  /** E6, as for facts: what is refused as a whole is asked again in smaller parts. */
  #isolate(sent: readonly Edit[]): StepEnd {
    this.#most = Math.max(1, Math.floor(sent.length / 2))
    if (sent.length > 1) return 'again'
    let isKnown = false
    for (const { id } of sent) {
      isKnown = this.#awkward.delete(id)
      this.#awkward.add(id)
    }
    return isKnown ? 'slow' : 'retry'
  }
}

/** As it travels: without what only this terminal needs to know. */
function plain({ id, collection, document, person, base, mine }: PendingEdit): Edit {
  return { id, collection, document, person, base, mine }
}
