import { darker, heap, lighter, ring, short, type Layer, type Pen, type Spot } from './pen.ts'

/** Pieces of food as thick short lines: cheap in bytes, and each with a shadow below and a light above. */
export interface Strokes {
  readonly colours: readonly string[]
  readonly count: number
  readonly width: number
  /** From and to; 0 makes dots. */
  readonly length: readonly [number, number]
  /** How far the heap reaches. */
  readonly radius: number
  /** How much a piece bends, as a share of its length. */
  readonly bend?: number
  /** Cut pieces have corners. */
  readonly cut?: boolean
  /** Without a light: herbs and crumbs. */
  readonly flat?: boolean
  /** On a ring instead of a heap: how far the pieces turn from it, in radians. */
  readonly around?: number
}

export function strokes(look: Strokes): Layer {
  return (pen) => {
    const spots =
      look.around === undefined
        ? heap(pen, look.count, look.radius)
        : ring(pen, look.count, look.radius).map((spot) => ({ ...spot, turn: spot.turn + (look.around ?? 0) }))
    const shares = look.colours.map((colour, share) => ({
      colour,
      spots: spots.filter((_, index) => index % look.colours.length === share),
    }))
    return shares.map(({ colour, spots: own }) => strokesOf(pen, look, colour, own)).join('')
  }
}

function strokesOf(pen: Pen, look: Strokes, colour: string, spots: readonly Spot[]): string {
  const name = pen.name()
  const path = spots.map((spot) => line(pen, look, spot)).join('')
  const end = look.cut ? 'butt' : 'round'
  const drawn = `<path id="${name}" d="${path}" fill="none" stroke-linecap="${end}"/>`
  const use = (stroke: string, width: number, more = '') =>
    `<use href="#${name}" stroke="${stroke}" stroke-width="${short(width)}"${more}/>`
  const shadow = use(
    darker(colour, 0.5),
    look.width,
    ` transform="translate(${short(look.width * 0.1)} ${short(look.width * 0.17)})"`,
  )
  const light = use(
    lighter(colour),
    look.width * 0.3,
    ` transform="translate(${short(-look.width * 0.14)} ${short(-look.width * 0.2)})"`,
  )
  return `<defs>${drawn}</defs>${look.flat ? '' : shadow}${use(colour, look.width)}${look.flat ? '' : light}`
}

function line(pen: Pen, look: Strokes, spot: Spot): string {
  const length = pen.between(...look.length)
  const [dx, dy] = [Math.cos(spot.turn) * length, Math.sin(spot.turn) * length]
  const from = `M${short(spot.x - dx / 2)} ${short(spot.y - dy / 2)}`
  if (!look.bend) return `${from}l${short(dx)} ${short(dy)}`
  const bend = look.bend * (pen.random() < 0.5 ? -1 : 1)
  return `${from}q${short(dx / 2 - dy * bend)} ${short(dy / 2 + dx * bend)} ${short(dx)} ${short(dy)}`
}

type Colours = string | readonly string[]
const list = (colours: Colours): readonly string[] => (typeof colours === 'string' ? [colours] : colours)

/** Cubes: tofu, diced meat, potato. */
export const cubes = (colours: Colours, count: number, width = 10, radius = 26): Layer =>
  strokes({ colours: list(colours), count, width, length: [width * 0.9, width * 1.15], radius, cut: true })

/** Rounded chunks: chicken, braised meat, prawns shelled. */
export const chunks = (colours: Colours, count: number, width = 10, radius = 26): Layer =>
  strokes({ colours: list(colours), count, width, length: [width * 0.3, width * 0.7], radius })

/** Flat strips: peppers, beef, bacon. */
export const strips = (colours: Colours, count: number, width = 6, radius = 26): Layer =>
  strokes({ colours: list(colours), count, width, length: [width * 1.8, width * 3], radius, bend: 0.18, cut: true })

/** Long beans and stems. */
export const stems = (colours: Colours, count: number, width = 4.5, radius = 22): Layer =>
  strokes({ colours: list(colours), count, width, length: [16, 26], radius, bend: 0.1 })

/** Thin shreds heaped up. */
export const shreds = (colours: Colours, count: number, width = 2.6, radius = 25): Layer =>
  strokes({ colours: list(colours), count, width, length: [10, 20], radius, bend: 0.4 })

/** Balls and berries. */
export const balls = (colours: Colours, count: number, width = 9, radius = 25): Layer =>
  strokes({ colours: list(colours), count, width, length: [0, 0.1], radius })

/** Thin slices that bend: ham, fish, beef in broth. */
export const slices = (colours: Colours, count: number, width = 11, radius = 25): Layer =>
  strokes({ colours: list(colours), count, width, length: [width * 0.9, width * 1.3], radius, bend: 0.3 })

/** Slices laid side by side around the plate. */
export const wreath = (colours: Colours, count: number, width = 11, radius = 23): Layer =>
  strokes({ colours: list(colours), count, width, length: [width * 1.3, width * 1.5], radius, around: 1.3 })

/** Scallion, garlic, sesame, herbs: small and flat. */
export const bits = (colours: Colours, count: number, width = 3.2, radius = 26): Layer =>
  strokes({ colours: list(colours), count, width, length: [0, 0.1], radius, flat: true })

export const flakes = (colours: Colours, count: number, width = 2.6, radius = 26): Layer =>
  strokes({ colours: list(colours), count, width, length: [3, 6], radius, flat: true, bend: 0.2 })
