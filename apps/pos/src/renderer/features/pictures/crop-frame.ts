/** The square of a photograph that becomes the picture, all in pixels of the photograph. */
export interface CropFrame {
  /** Its middle. */
  readonly x: number
  readonly y: number
  readonly side: number
}

export interface PhotoSize {
  readonly width: number
  readonly height: number
}

/** A picture is shown small: less than this would be seen as squares. */
const SMALLEST_SIDE = 96

/** The largest square in the middle. */
export function wholeFrame({ width, height }: PhotoSize): CropFrame {
  return { x: width / 2, y: height / 2, side: Math.min(width, height) }
}

/** Moved by shares of its own side; it stays on the photograph. */
export function movedFrame(frame: CropFrame, size: PhotoSize, right: number, down: number): CropFrame {
  return onPhoto({ ...frame, x: frame.x + right * frame.side, y: frame.y + down * frame.side }, size)
}

/** `factor` above 1 comes closer. The middle stays where it can. */
export function zoomedFrame(frame: CropFrame, size: PhotoSize, factor: number): CropFrame {
  const largest = Math.min(size.width, size.height)
  const side = Math.min(largest, Math.max(Math.min(SMALLEST_SIDE, largest), frame.side / factor))
  return onPhoto({ ...frame, side }, size)
}

export function canZoom(frame: CropFrame, size: PhotoSize, factor: number): boolean {
  return zoomedFrame(frame, size, factor).side !== frame.side
}

function onPhoto({ x, y, side }: CropFrame, { width, height }: PhotoSize): CropFrame {
  const within = (at: number, length: number) => Math.min(length - side / 2, Math.max(side / 2, at))
  return { x: within(x, width), y: within(y, height), side }
}
