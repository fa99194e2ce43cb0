import type { CropFrame } from './crop-frame.ts'

/** Pixels of a side: sharp on the largest tile at twice the pixels, and small to send. */
export const PICTURE_SIDE = 512
const QUALITY = 0.82

/** The photograph that a file holds, upright; null for a file that this device cannot read as one. */
export async function photoFrom(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (cause) {
    console.info('no photograph', cause)
    return null
  }
}

export function drawFrame(canvas: HTMLCanvasElement, photo: ImageBitmap, { x, y, side }: CropFrame): void {
  const context = canvas.getContext('2d')
  if (!context) return
  context.imageSmoothingQuality = 'high'
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.drawImage(photo, x - side / 2, y - side / 2, side, side, 0, 0, canvas.width, canvas.height)
}

/** As WebP, or as JPEG where the browser writes no WebP. Null when the device has no memory for it. */
export async function encoded(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const webp = await blobOf(canvas, 'image/webp')
  return webp?.type === 'image/webp' ? webp : blobOf(canvas, 'image/jpeg')
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, QUALITY))
}
