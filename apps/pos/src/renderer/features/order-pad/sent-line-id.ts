import { digestOf, type LineId } from '@orderez/core/kernel'

/**
 * The id under which the next part of a cart line is sent, after `sent` thousandths of it. The first part has the line's own id; a later
 * one has an id that every tablet and every retry makes alike, so that the kitchen is asked once. It keeps the time of the line.
 */
export function sentLineId(line: LineId, sent: number): LineId {
  if (sent === 0) return line
  const digest = digestOf([line, sent])
  const variant = '89ab'[Number.parseInt(digest.slice(6, 7), 16) % 4]
  const uuid = `${line.slice(4, 17)}-7${digest.slice(0, 3)}-${variant}${digest.slice(3, 6)}-${digest.slice(7, 19)}`
  return `lin_${uuid}` as LineId
}
