import * as z from 'zod'
import { idSchema } from '@orderez/core/kernel'
import type { LogPlace } from '@orderez/core/sync'
import type { LogDisk } from './log-disk.ts'

const NAME = 'dropped.json'
const placeSchema = z.strictObject({ incarnation: idSchema('incarnation'), n: z.int().min(0) })

/** The place up to which facts were dropped on purpose. A mark that cannot be read costs nothing: facts are shown that are decided anyway. */
export async function readDroppedPlace(disk: LogDisk): Promise<LogPlace | null> {
  const bytes = await disk.read(NAME)
  if (!bytes) return null
  const place = placeSchema.safeParse(jsonOf(bytes))
  return place.success ? place.data : null
}

export function writeDroppedPlace(disk: LogDisk, place: LogPlace): Promise<void> {
  return disk.replace(NAME, JSON.stringify(place))
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}
