/** Below this the device warns, and pictures are the first that it does without (DESIGN: stop pictures first, never orders). */
const ROOM_BYTES = 500_000_000

/** Whether the device has room for things that it can do without. A browser that does not say has. */
export async function hasRoomToSpare(storage: Pick<StorageManager, 'estimate'> | undefined): Promise<boolean> {
  const { quota, usage } = (await storage?.estimate()) ?? {}
  return quota === undefined || quota - (usage ?? 0) >= ROOM_BYTES
}
