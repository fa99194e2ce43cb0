import * as z from 'zod'
import { idSchema, jsonObjectSchema, type JsonValue } from '../kernel/index.ts'
import {
  checkpointSchema,
  editedCollectionSchema,
  type Checkpoint,
  type LogPlace,
  type SyncedCollection,
  type TerminalStore,
} from '../sync/index.ts'
import type { DeadLetteredFact, RefusedEdit } from './engine-status.ts'

const placeSchema = z.strictObject({ incarnation: idSchema('incarnation'), n: z.int().min(0) })
const epochStateSchema = z.strictObject({ epoch: z.string(), resend: z.boolean() })
const deadLettersSchema = z.array(z.strictObject({ fact: idSchema('fact'), code: z.string() }))
const refusedEditsSchema = z.array(
  z.strictObject({
    edit: idSchema('edit'),
    collection: editedCollectionSchema,
    document: z.string(),
    code: z.string(),
    mine: jsonObjectSchema,
  }),
)

/** `resend`: the server began anew, and not everything in the log has been answered since. */
export type EpochState = z.infer<typeof epochStateSchema>

/** What the engine keeps in the projection. It vanishes with the projection, and everything in it can be found out again. */
export interface EngineState {
  /** Up to where the log is in the store. */
  applied(): Promise<LogPlace | null>
  saveApplied(place: LogPlace): Promise<void>
  epoch(): Promise<EpochState | null>
  saveEpoch(state: EpochState): Promise<void>
  checkpoint(collection: SyncedCollection): Promise<Checkpoint | null>
  saveCheckpoint(collection: SyncedCollection, checkpoint: Checkpoint): Promise<void>
  clockOffset(): Promise<number>
  saveClockOffset(offset: number): Promise<void>
  /** Whether facts of this terminal may be in the store that are no longer in its log. */
  orphans(): Promise<boolean>
  saveOrphans(orphans: boolean): Promise<void>
  deadLetters(): Promise<readonly DeadLetteredFact[]>
  saveDeadLetters(letters: readonly DeadLetteredFact[]): Promise<void>
  refusedEdits(): Promise<readonly RefusedEdit[]>
  saveRefusedEdits(edits: readonly RefusedEdit[]): Promise<void>
}

export function createEngineState(store: TerminalStore): EngineState {
  // What cannot be read (an older version wrote it) is as good as absent: all of it is found out again.
  async function read<T>(key: string, schema: z.ZodType<T>): Promise<T | null> {
    const parsed = schema.safeParse(await store.readState(key))
    return parsed.success ? parsed.data : null
  }
  const save = (key: string) => (value: JsonValue) => store.writeState(key, value)

  return {
    applied: () => read('applied', placeSchema),
    saveApplied: ({ incarnation, n }) => store.writeState('applied', { incarnation, n }),
    epoch: () => read('epoch', epochStateSchema),
    saveEpoch: save('epoch'),
    checkpoint: (collection) => read(`checkpoint.${collection}`, checkpointSchema),
    saveCheckpoint: (collection, checkpoint) => store.writeState(`checkpoint.${collection}`, checkpoint),
    clockOffset: async () => (await read('clockOffset', z.number())) ?? 0,
    saveClockOffset: save('clockOffset'),
    orphans: async () => (await read('orphans', z.boolean())) ?? false,
    saveOrphans: save('orphans'),
    deadLetters: async () => (await read('deadLetters', deadLettersSchema)) ?? [],
    saveDeadLetters: (letters) =>
      store.writeState(
        'deadLetters',
        letters.map(({ fact, code }) => ({ fact, code })),
      ),
    refusedEdits: async () => (await read('refusedEdits', refusedEditsSchema)) ?? [],
    saveRefusedEdits: (edits) =>
      store.writeState(
        'refusedEdits',
        edits.map((edit) => ({ ...edit })),
      ),
  }
}
