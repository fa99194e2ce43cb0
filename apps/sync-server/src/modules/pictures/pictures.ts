import { createHash } from 'node:crypto'
import { err, ok, type PersonId, type Result } from '@orderez/core/kernel'
import { MAX_PICTURE_SIDE, photoOf, pictureName, pictureSchema, PICTURE_TYPES } from '@orderez/core/menu'
import type { Attachment, DocumentStore } from '@orderez/core/sync'

export const PICTURES = 'pictures'

export type PictureRefusal = 'right.missing' | 'picture.notAPhoto'

export interface Pictures {
  /** Keeps a photograph and answers its name. The same bytes have the same name, however often they come. */
  keep(bytes: Uint8Array, by: PersonId): Promise<Result<string, PictureRefusal>>
  /** Keeps drawings of our own, which nobody else can bring in; answers their names in order. */
  keepDrawings(drawings: readonly string[]): Promise<readonly string[]>
  find(name: string): Promise<Attachment | null>
}

/** The pictures of the menu as attachments of the branch's store. `mayEdit`: whether this person may change dishes. */
export function createPictures(store: DocumentStore, mayEdit: (person: PersonId) => Promise<boolean>): Pictures {
  return {
    async keep(bytes, by) {
      if (!(await mayEdit(by))) return err('right.missing')
      const photo = photoOf(bytes)
      if (!photo || Math.max(photo.width, photo.height) > MAX_PICTURE_SIDE) return err('picture.notAPhoto')
      const name = pictureName(sha256(bytes), photo.kind)
      await store.attach(PICTURES, [{ name, type: PICTURE_TYPES[photo.kind], bytes }])
      return ok(name)
    },
    async keepDrawings(drawings) {
      const attachments = drawings.map(drawingOf)
      await store.attach(PICTURES, attachments)
      return attachments.map(({ name }) => name)
    },
    async find(name) {
      return pictureSchema.safeParse(name).success ? store.attachment(PICTURES, name) : null
    },
  }
}

function drawingOf(svg: string): Attachment {
  const bytes = new TextEncoder().encode(svg)
  return { name: pictureName(sha256(bytes), 'svg'), type: PICTURE_TYPES.svg, bytes }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
