import * as z from 'zod'

const rectangleSchema = z.strictObject({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
export type Rectangle = z.infer<typeof rectangleSchema>

/** Where the window was when it was closed. */
export const windowStateSchema = z.strictObject({ bounds: rectangleSchema, isMaximized: z.boolean() })
export type WindowState = z.infer<typeof windowStateSchema>

export const FIRST_SIZE = { width: 1280, height: 800 }
export const SMALLEST_SIZE = { width: 360, height: 480 }
/** So much of a window must lie on a screen that a hand can take hold of it. */
const GRIP = 80

/** The remembered place where a screen still shows it; else the first size, wherever the system puts it. */
export function placeWindow(state: WindowState | null, screens: readonly Rectangle[]): Partial<Rectangle> {
  if (!state) return FIRST_SIZE
  const { bounds } = state
  const shown = screens.some(
    (screen) =>
      overlap(bounds.x, bounds.width, screen.x, screen.width) >= GRIP &&
      overlap(bounds.y, bounds.height, screen.y, screen.height) >= GRIP,
  )
  return shown ? bounds : FIRST_SIZE
}

function overlap(a: number, aLength: number, b: number, bLength: number): number {
  return Math.min(a + aLength, b + bLength) - Math.max(a, b)
}
