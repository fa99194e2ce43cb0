import { digestOf, type JsonValue, type LineId } from '../kernel/index.ts'

/**
 * The id under which the next part of a cart line is sent, after `sent` thousandths of it. The first part has the line's own id; a later
 * one has an id that every tablet and every retry makes alike, so that the kitchen is asked once. It keeps the time of the line.
 */
export function sentLineId(line: LineId, sent: number): LineId {
  return sent === 0 ? line : (`lin_${derivedUuid(line, [line, sent])}` as LineId)
}

/** A UUID that everybody makes alike of the same words; it keeps the time of the id that it is derived from. */
export function derivedUuid(id: string, said: JsonValue): string {
  const digest = digestOf(said)
  const variant = '89ab'[Number.parseInt(digest.slice(6, 7), 16) % 4]
  return `${id.slice(4, 17)}-7${digest.slice(0, 3)}-${variant}${digest.slice(3, 6)}-${digest.slice(7, 19)}`
}
