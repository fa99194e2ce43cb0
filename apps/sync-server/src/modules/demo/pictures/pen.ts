/** What a layer draws with: numbers that look like chance and are the same for the same dish each time, and names for parts. */
export interface Pen {
  /** From 0 up to 1. */
  random(): number
  /** A number between the two. */
  between(low: number, high: number): number
  name(): string
}

/** A part of a drawing as SVG text, in a square of 100 by 100. */
export type Layer = (pen: Pen) => string

export interface Spot {
  readonly x: number
  readonly y: number
  /** Radians. */
  readonly turn: number
}

export function createPen(seed: string): Pen {
  let state = 2_166_136_261
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619)
  let names = 0
  function random(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    random,
    between: (low, high) => low + random() * (high - low),
    name: () => String.fromCharCode(97 + names++),
  }
}

/** Short numbers keep a drawing small. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/** Spots spread evenly over a disc, as seeds sit in a sunflower, with some disorder; from the edge to the middle, so that what is heaped up lies on top. */
export function heap(pen: Pen, count: number, radius: number, disorder = 0.35): Spot[] {
  const begin = pen.between(0, 6.28)
  const step = radius / Math.sqrt(count)
  return Array.from({ length: count }, (_, index) => {
    const place = count - 1 - index
    const distance = radius * Math.sqrt((place + 0.5) / count)
    const angle = begin + place * GOLDEN
    return {
      x: 50 + distance * Math.cos(angle) + pen.between(-step, step) * disorder,
      y: 50 + distance * Math.sin(angle) + pen.between(-step, step) * disorder,
      turn: pen.between(0, 6.28),
    }
  })
}

/** Spots on a circle, each turned outwards. */
export function ring(pen: Pen, count: number, radius: number, begin = pen.between(0, 6.28)): Spot[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = begin + (index * 2 * Math.PI) / count
    return { x: 50 + radius * Math.cos(angle), y: 50 + radius * Math.sin(angle), turn: angle + Math.PI / 2 }
  })
}

/** A colour between two, `share` of the way: `#rrggbb`. */
export function mixed(from: string, to: string, share: number): string {
  const part = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16)
  const parts = [1, 3, 5].map((at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share))
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

export function darker(colour: string, share = 0.3): string {
  return mixed(colour, '#2a1208', share)
}

export function lighter(colour: string, share = 0.35): string {
  return mixed(colour, '#fffaf0', share)
}
