import * as z from 'zod'

/** The kinds of pictures by the ending of their name. Only drawings of our own are SVG: what people bring is a photograph. */
export const PICTURE_TYPES = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
} as const
export type PictureKind = keyof typeof PICTURE_TYPES
export type PhotoKind = Exclude<PictureKind, 'svg'>

/** Bytes of one picture at most. */
export const MAX_PICTURE_BYTES = 1_000_000
/** Pixels of a side at most: a file of few bytes must not become hundreds of megabytes on a tablet. */
export const MAX_PICTURE_SIDE = 4_096

/** Pictures are stored under the hash of their content, so that a name never shows two things. */
export const pictureSchema = z
  .string()
  .max(80)
  .regex(/^[0-9a-f]{64}\.(webp|jpg|png|svg)$/)

/** `sha256` in lower case hex. */
export function pictureName(sha256: string, kind: PictureKind): string {
  return pictureSchema.parse(`${sha256}.${kind}`)
}

/** The content type of a name that `pictureSchema` takes; null for any other text. */
export function pictureType(name: string): (typeof PICTURE_TYPES)[PictureKind] | null {
  const ending = pictureSchema.safeParse(name).data?.slice(65)
  return ending !== undefined && isKind(ending) ? PICTURE_TYPES[ending] : null
}

function isKind(ending: string): ending is PictureKind {
  return Object.hasOwn(PICTURE_TYPES, ending)
}

export interface Photo {
  readonly kind: PhotoKind
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** What a file is by its own first bytes, whatever its name or its sender say; null for what is no photograph or has no size. */
export function photoOf(bytes: Uint8Array): Photo | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const photo = pngOf(view) ?? jpegOf(view) ?? webpOf(view)
  return photo && photo.width > 0 && photo.height > 0 ? photo : null
}

function textAt(view: DataView, at: number, length: number): string {
  if (view.byteLength < at + length) return ''
  return String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)))
}

const PNG_START = '\x89PNG\r\n\x1A\n'

function pngOf(view: DataView): Photo | null {
  if (textAt(view, 0, 8) !== PNG_START || textAt(view, 12, 4) !== 'IHDR' || view.byteLength < 24) return null
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks the segments to the start of frame, which carries the size. */
function jpegOf(view: DataView): Photo | null {
  if (textAt(view, 0, 3) !== '\xFF\xD8\xFF') return null
  let at = 2
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (startsFrame) return { kind: 'jpg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function webpOf(view: DataView): Photo | null {
  if (textAt(view, 0, 4) !== 'RIFF' || textAt(view, 8, 4) !== 'WEBP' || view.byteLength < 30) return null
  switch (textAt(view, 12, 4)) {
    case 'VP8 ':
      return { kind: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { kind: 'webp', width: 1 + threeBytes(view, 24), height: 1 + threeBytes(view, 27) }
    default:
      return null
  }
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
}
