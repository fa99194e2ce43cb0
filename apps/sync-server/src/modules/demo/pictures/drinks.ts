import { darker, lighter, mixed, short, type Layer } from './pen.ts'
import { circle } from './vessels.ts'

const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`

/** Cubes that float. */
export const ice: Layer = () =>
  ['40 42 14', '58 46 -20', '47 60 38']
    .map((place) => {
      const [x, y, turn] = place.split(' ')
      return `<g transform="translate(${x} ${y}) rotate(${turn})" opacity=".82"><rect x="-7.500" y="-7.500" width="15" height="15" rx="3.400" fill="#eef7f7"/><path d="M-5-5h6M-5-5v6" stroke="#fff" stroke-width="2.200" stroke-linecap="round"/><path d="M6-4v9h-9" fill="none" stroke="#b8d0d3" stroke-width="1.200"/></g>`
    })
    .join('')

/** A head of foam with its bubbles, the drink showing at the edge. */
export const foam =
  (colour = '#fff8e8'): Layer =>
  (pen) => {
    const bubbles = (count: number) =>
      Array.from({ length: count }, () => {
        const [angle, distance] = [pen.between(0, 6.28), 20 * Math.sqrt(pen.random())]
        return `M${short(50 + distance * Math.cos(angle))} ${short(50.5 + distance * Math.sin(angle))}h0`
      }).join('')
    return [
      circle(25, darker(colour, 0.12)),
      `<circle cx="49.5" cy="50" r="24" fill="${colour}"/>`,
      line(bubbles(12), darker(colour, 0.08), 5.4),
      line(bubbles(12), lighter(colour, 0.8), 4.6),
      line(bubbles(10), darker(colour, 0.16), 1.6),
    ].join('')
  }

/** A thin layer of bubbles at the edge. */
export const fizz: Layer = (pen) => {
  const bubbles = Array.from({ length: 16 }, () => {
    const [angle, distance] = [pen.between(0, 6.28), pen.between(10, 26)]
    return `M${short(50 + distance * Math.cos(angle))} ${short(51 + distance * Math.sin(angle))}h0`
  })
  return `<g opacity=".8">${line(bubbles.join(''), '#fff', 2)}</g>`
}

/** Milk poured to a heart, a fern or a swirl. */
export const heart =
  (milk: string): Layer =>
  () =>
    `<path d="M50 66C36 56 32 47 38 41c5-4 10-1 12 3 2-4 7-7 12-3 6 6 2 15-12 25z" fill="${milk}"/>` +
    line('M42 46q-2 5 3 10', lighter(milk, 0.6), 1.6)
export const fern =
  (milk: string): Layer =>
  () =>
    line(
      'M50 69V36M50 64Q38 60 35 49M50 64Q62 60 65 49M50 56Q41 52 39 43M50 56Q59 52 61 43M50 48Q45 45 44 38M50 48Q55 45 56 38',
      milk,
      4.2,
    )
export const swirl =
  (milk: string): Layer =>
  () =>
    line('M50 51c4-4 9 1 6 6-5 7-17 4-18-6-1-12 14-19 24-11 10 9 8 25-4 31', milk, 3.6)

export const creamTop =
  (colour: string): Layer =>
  () =>
    circle(22, darker(colour, 0.08)) +
    circle(20.5, colour) +
    line('M50 51c4-3 7 1 5 5-4 5-13 3-14-5-1-9 10-14 18-9 8 6 7 18-1 24', darker(colour, 0.12), 2.4) +
    line('M38 44q3-7 10-9', '#fff', 2.6)

/** Milk at one side that goes over into the drink. */
export const clouds =
  (milk: string): Layer =>
  () =>
    `<path d="M26 46c4-12 16-20 26-18 6 2 2 8-4 10-8 3-4 10 4 10 10 0 10 10 2 12-8 3-4 8 4 9-16 8-34-4-32-23z" fill="${milk}" opacity=".85"/>`

/** From one colour at the bottom of the eye to another: layered drinks. */
export const layered =
  (colours: readonly string[], radius = 28): Layer =>
  () =>
    colours
      .map(
        (colour, index) =>
          `<circle cx="50" cy="${50.9}" r="${short(radius * (1 - index / colours.length))}" fill="${colour}"/>`,
      )
      .join('')

export const straw =
  (colour = '#f4f0ea'): Layer =>
  () =>
    line('M58 46L86 17', darker(colour, 0.4), 6) +
    line('M57.500 45L85.500 16', colour, 5) +
    line('M64 37l3 3M71 30l3 3M78 23l3 3', mixed(colour, '#c2301c', 0.7), 2.4)

/** The stem of a wine glass is below; its foot shows through as a ring. */
export const wine =
  (colour: string): Layer =>
  () =>
    [
      '<circle cx="51.500" cy="53.500" r="43" fill="#231a1f" opacity=".16"/>',
      circle(43, '#e9eef0', ' opacity=".9"'),
      circle(41, '#f7fafa', ' opacity=".9"'),
      circle(34, mixed(colour, '#f7fafa', 0.55)),
      circle(31, darker(colour, 0.22)),
      `<circle cx="50" cy="51" r="29.500" fill="${colour}"/>`,
      line('M31 38a24 24 0 0 1 12-10', '#fff', 2.8),
      line('M66 66a24 24 0 0 1-8 6', lighter(colour, 0.35), 2.4),
    ].join('')
