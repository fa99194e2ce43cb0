import type { JsonValue } from '../kernel/index.ts'

/** E5: the most items in one push, and roughly the most bytes. */
export const BATCH_ITEMS = 500
const BATCH_BYTES = 1_000_000

/** The first items that fit in one push; one that is too large for any push goes alone. */
export function takeBatch<T extends JsonValue>(items: readonly T[], most: number): readonly T[] {
  const batch: T[] = []
  let bytes = 0
  for (const item of items) {
    bytes += utf8Length(JSON.stringify(item))
    if (batch.length > 0 && (bytes > BATCH_BYTES || batch.length >= most)) break
    batch.push(item)
  }
  return batch
}

function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    // A surrogate pair is two units and four bytes; other units from 0x800 are three bytes.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2
  }
  return bytes
}
