import type { Table } from './table.ts'

/** From the edge of a table to the middle of a chair, in centimetres. */
const SEAT_GAP_CM = 12
/** More chairs than these say nothing more. */
const MOST_SEATS_DRAWN = 24

/** A chair, in centimetres from the middle of its table before it is turned; the angle in degrees turns its long side. */
export interface Seat {
  readonly x: number
  readonly y: number
  readonly angle: number
}

type Seated = Pick<Table, 'shape' | 'seats' | 'w' | 'h' | 'oneSided'>

/** Chairs stand in a ring around a round table, below one with one side for guests, along the two long sides of any other. */
export function seatsAround({ shape, seats, w, h, oneSided }: Seated): readonly Seat[] {
  const count = Math.min(seats, MOST_SEATS_DRAWN)
  const [a, b] = [w / 2 + SEAT_GAP_CM, h / 2 + SEAT_GAP_CM]
  if (oneSided === true) {
    return Array.from({ length: count }, (_, index) => ({ x: ((index + 0.5) / count - 0.5) * w, y: b, angle: 0 }))
  }
  if (shape === 'round') return Array.from({ length: count }, (_, index) => seatOnRing((360 * index) / count, a, b))
  const first = Math.ceil(count / 2)
  return Array.from({ length: count }, (_, index) => {
    const here = index < first ? index : index - first
    const along = (here + 0.5) / (index < first ? first : count - first) - 0.5
    const side = index < first ? -1 : 1
    return w >= h ? { x: along * w, y: side * b, angle: 0 } : { x: side * a, y: along * h, angle: 90 }
  })
}

function seatOnRing(angle: number, a: number, b: number): Seat {
  const turn = (angle * Math.PI) / 180
  return { x: Math.sin(turn) * a, y: -Math.cos(turn) * b, angle }
}
