import type { BranchId, JsonObject } from '../kernel/index.ts'
import type { Checkpoint, PullResponse, ServerLink, SyncedCollection } from '../sync/index.ts'
import type { EngineMistakes } from './engine-ports.ts'
import type { EngineState } from './engine-state.ts'
import type { Life } from './life.ts'
import type { Session } from './session.ts'
import type { StepEnd } from './worker.ts'

export interface PullerParts {
  readonly collection: SyncedCollection
  readonly branch: BranchId
  readonly life: Life
  readonly link: ServerLink
  readonly session: Session
  readonly state: EngineState
  /** Returns when the documents are visible in the store. */
  apply(documents: readonly JsonObject[], isCurrent: () => boolean): Promise<void>
  readonly mistakes?: EngineMistakes | undefined
}

const PAGE = 200

/** E7: one page of what the server has and this terminal has not. The place is saved only after its documents are in the store. */
export function createPuller(parts: PullerParts): { step(): Promise<StepEnd> } {
  const { collection, life, session, state, mistakes } = parts
  let place: Checkpoint | null = null
  let loaded = false

  /** Places are opaque; one of another epoch is worth nothing (E8). */
  async function here(): Promise<Checkpoint | null> {
    if (!loaded) place = await life.local(() => state.checkpoint(collection))
    loaded = true
    return place?.epoch === session.epoch ? place : null
  }

  async function apply(answer: PullResponse, asked: number): Promise<StepEnd> {
    if (mistakes?.has('cursor-before-apply')) await save(answer.checkpoint, asked)
    await parts.apply(answer.documents, () => asked === session.generation)
    await save(answer.checkpoint, asked)
    return answer.more ? 'again' : 'idle'
  }

  async function save(checkpoint: Checkpoint, asked: number): Promise<void> {
    if (mistakes?.has('stale-checkpoint-after-epoch')) {
      place = { ...checkpoint, epoch: session.epoch ?? checkpoint.epoch }
      return state.saveCheckpoint(collection, place)
    }
    if (asked !== session.generation) return
    place = checkpoint
    await state.saveCheckpoint(collection, checkpoint)
  }

  return {
    async step() {
      if (!session.settled) return 'idle'
      const checkpoint = await here()
      const answer = await session.exchange(() =>
        parts.link.pull({ branch: parts.branch, collection, checkpoint, limit: PAGE }),
      )
      if (!life.alive) return 'idle'
      const asked = session.generation
      if (answer.ok) return life.local(() => apply(answer.value, asked))
      if (answer.code === 'link.stale') return 'again'
      if (answer.code === 'link.unauthorised') return 'idle'
      if (answer.code !== 'link.rejected') return 'retry'
      // A place that the server does not take would be refused for ever; from the beginning it cannot be.
      place = null
      return 'slow'
    },
  }
}
