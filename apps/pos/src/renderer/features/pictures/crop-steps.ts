const STEP = 0.08
const CLOSER = 1.25

/** One step in shares of the frame, by the key that makes it. */
export const CROP_MOVES = [
  { key: 'ArrowLeft', words: 'pictures.moveLeft', right: -STEP, down: 0 },
  { key: 'ArrowUp', words: 'pictures.moveUp', right: 0, down: -STEP },
  { key: 'ArrowDown', words: 'pictures.moveDown', right: 0, down: STEP },
  { key: 'ArrowRight', words: 'pictures.moveRight', right: STEP, down: 0 },
] as const

export const CROP_ZOOMS = [
  { keys: ['-', '_'], words: 'pictures.farther', factor: 1 / CLOSER },
  { keys: ['+', '='], words: 'pictures.closer', factor: CLOSER },
] as const
