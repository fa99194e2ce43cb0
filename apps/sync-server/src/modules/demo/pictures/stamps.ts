import { darker, heap, lighter, ring, short, type Layer, type Pen, type Spot } from './pen.ts'

/** A small shape around its own middle, laid down at several spots with a shadow below each. */
type Shape = string

export function stamped(shape: Shape, spots: (pen: Pen) => readonly Spot[], size = 1, turned = true): Layer {
  return (pen) => {
    const name = pen.name()
    const uses = spots(pen).map(({ x, y, turn }) => {
      const rotation = turned ? ` rotate(${Math.round((turn * 180) / Math.PI)})` : ''
      const scale = size === 1 ? '' : ` scale(${short(size)})`
      return `<use href="#${name}" transform="translate(${short(x)} ${short(y)})${rotation}${scale}"/>`
    })
    return `<defs><g id="${name}">${shape}</g></defs>${uses.join('')}`
  }
}

export const heaped =
  (count: number, radius: number, disorder = 0.2) =>
  (pen: Pen) =>
    heap(pen, count, radius, disorder)
export const ringed = (count: number, radius: number, begin?: number) => (pen: Pen) => ring(pen, count, radius, begin)
/** One in the middle and the others around it. */
export const rosette =
  (count: number, radius: number) =>
  (pen: Pen): Spot[] => [...ring(pen, count - 1, radius), { x: 50, y: 50, turn: pen.between(0, 6.28) }]

/** The rounded body of something baked, steamed or fried: shadow, body, light. */
const body = (path: string, colour: string) =>
  `<path d="${path}" transform="translate(.7 1.5)" fill="${darker(colour, 0.55)}" opacity=".55"/><path d="${path}" fill="${colour}"/>`
const mark = (path: string, colour: string, width: number) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`

export const leaf = (colour: string): Shape =>
  body('M0-9C6-6 6 4 0 9C-6 4-6-6 0-9Z', colour) +
  mark('M0-6V7M0-2l3-2M0-2l-3-2M0 3l3-2M0 3l-3-2', lighter(colour, 0.4), 0.8)
/** Pale stem below, green above: pak choi, baby cabbage, lettuce. */
export const cabbage = (green: string, stem: string): Shape =>
  body('M0-13C7-13 8-4 4 1L3 11Q0 14-3 11L-4 1C-8-4-7-13 0-13Z', green) +
  `<path d="M-1-5L-3 10Q0 13 3 10L1-5Z" fill="${stem}"/>` +
  mark('M0-9V8M0-5l4-3M0-5l-4-3', lighter(stem, 0.3), 0.8)
export const prawn = (colour: string): Shape =>
  mark('M-7 5C-10-6 2-11 8-3', darker(colour, 0.5), 7.6) +
  mark('M-7 4C-10-7 2-12 8-4', colour, 7) +
  mark('M-8.500-1l4 1M-5-6l2 4M1-8l0 4M6-7l-2 3', lighter(colour, 0.55), 1.3) +
  `<path d="M-7 3l-5 5 4 0 2 4 3-7Z" fill="${darker(colour, 0.25)}"/>`
/** A shiitake cap with its star. */
export const cap = (colour: string): Shape =>
  `<circle cy="1.2" r="8" fill="${darker(colour, 0.6)}"/><circle r="7.8" fill="${colour}"/>` +
  mark('M-4-4L4 4M4-4L-4 4M0-5.500V5.500', lighter(colour, 0.6), 1.5)
export const floret = (colour: string): Shape =>
  `<path d="M-2 3h4l1 8h-6z" fill="${lighter(colour, 0.55)}"/><g fill="${darker(colour, 0.25)}"><circle cx="-5" cy="1" r="5.500"/><circle cx="5" cy="1" r="5.500"/><circle cy="-4" r="6.500"/></g><g fill="${colour}"><circle cx="-5.500" r="4.500"/><circle cx="4.500" r="4.500"/><circle cx="-.5" cy="-5" r="5.500"/></g>` +
  mark('M-6-1h0M-1-6h0M4-2h0M1-1h0', lighter(colour, 0.5), 2.4)
/** A round slice with a rim: cucumber, courgette, sweet potato. */
export const disc = (rim: string, inside: string, seeds?: string): Shape =>
  `<circle cx=".5" cy="1" r="8" fill="${darker(rim, 0.5)}" opacity=".5"/><circle r="8" fill="${rim}"/><circle r="6.500" fill="${inside}"/>` +
  (seeds ? mark('M0-3.500v1M3 1.500l-.8-.5M-3 1.500l.8-.5M0 3v-.6M3-1.800l-.8.4M-3-1.800l.8.4', seeds, 1.3) : '')
export const lotusRoot = (colour: string): Shape =>
  `<circle cx=".6" cy="1.200" r="11" fill="${darker(colour, 0.55)}" opacity=".5"/><circle r="11" fill="${darker(colour, 0.14)}"/><circle r="9.800" fill="${colour}"/><g fill="${darker(colour, 0.42)}"><circle cy="-5.600" r="2.100"/><circle cx="5.300" cy="-1.700" r="2.100"/><circle cx="3.300" cy="4.500" r="2.100"/><circle cx="-3.300" cy="4.500" r="2.100"/><circle cx="-5.300" cy="-1.700" r="2.100"/><circle r="1.200"/></g>`
export const citrus = (rind: string, flesh: string): Shape =>
  `<circle cy=".8" r="10" fill="${darker(rind, 0.4)}" opacity=".4"/><circle r="10" fill="${rind}"/><circle r="8.600" fill="#fffbe9"/><circle r="7.600" fill="${flesh}"/>` +
  mark('M0-7.500V7.500M-6.500-3.800L6.500 3.800M-6.500 3.800L6.500-3.800', '#fffbe9', 1.1)
export const egg: Shape =
  '<ellipse cx=".6" cy="1.4" rx="9" ry="7.6" fill="#6b4a2a" opacity=".4"/><ellipse rx="9" ry="7.600" fill="#fff9ec"/><circle cx=".8" r="4.400" fill="#f2a62a"/><circle cx="-.4" cy="-1.400" r="1.300" fill="#fbd680"/>'
export const centuryEgg: Shape =
  body('M-9 4C-8-8 8-8 9 4Q0 8-9 4Z', '#4a3f35') +
  '<path d="M-5 3.600C-4-3 4-3 5 3.600Q0 5.500-5 3.600Z" fill="#5f7a5c"/><path d="M-2.500 3.600q2.500-4 5 0z" fill="#2f3d33"/>'
export const wing = (colour: string): Shape =>
  body('M-11 3C-12-5-3-8 2-4L10-7Q13-5 11-2L4 3C2 9-9 10-11 3Z', colour) +
  mark('M-7 0Q-3-4 1-1M4-2l4-1.500', lighter(colour, 0.45), 1.6) +
  mark('M-6 4q4 3 7-1', darker(colour, 0.35), 1.2)
/** A piece of meat on its bone. */
export const rib = (colour: string): Shape =>
  '<path d="M-12-2q-4-2-2 2-2 4 3 3L10 2V-2Z" fill="#f6ead2"/>' +
  body('M-7-6Q4-9 10-4 13 1 9 5-1 9-8 5-10 0-7-6Z', colour) +
  mark('M-4-3Q2-6 7-3', lighter(colour, 0.45), 1.7) +
  mark('M-3 4q5 1 9-1', darker(colour, 0.35), 1.2)
export const foot = (colour: string): Shape =>
  mark('M0 9V0L-7-8M0 0V-11M0 0L7-8', darker(colour, 0.45), 5.4) +
  mark('M0 8V-1L-7-9M0-1V-12M0-1L7-9', colour, 4.6) +
  mark('M-1 5V0', lighter(colour, 0.5), 1.2)
export const clam = (colour: string): Shape =>
  body('M-10 3C-10-8 10-8 10 3Q5 9 0 7-5 9-10 3Z', colour) +
  mark('M0 6V-4M-4 6l-2-8M4 6l2-8', darker(colour, 0.3), 1) +
  mark('M-7-1Q0-7 7-1', lighter(colour, 0.5), 1.2)
/** An open shell with its meat: oyster, scallop. */
export const shell = (outer: string, meat: string, on: string): Shape =>
  body('M-11 5C-14-6-4-13 3-11 13-9 13 4 6 10 0 13-8 12-11 5Z', outer) +
  `<path d="M-8 4C-9-5-2-9 3-8 9-6 9 3 4 7 0 9-6 8-8 4Z" fill="#efe6da"/><ellipse cx="0" cy="0" rx="6" ry="5.400" fill="${meat}"/>` +
  mark('M-3-1h0M1 2h0M2-3h0M-1 3h0', on, 2.2)
/** A crescent with pleats along its back. */
export const dumpling = (skin: string): Shape =>
  body('M-11 4C-11-9 11-9 11 4Q6 7 0 5.500-6 7-11 4Z', skin) +
  mark('M-7-2l1.500 3M-3.500-4.500l.8 3.500M0-5v3.500M3.500-4.500l-.8 3.500M7-2l-1.500 3', darker(skin, 0.24), 1.1) +
  mark('M-8 3Q0 6 8 3', lighter(skin, 0.6), 1)
/** Round, folded to the middle. */
export const bun = (skin: string, heart: string): Shape =>
  `<circle cx=".7" cy="1.600" r="10.500" fill="${darker(skin, 0.6)}" opacity=".45"/><circle r="10.400" fill="${skin}"/>` +
  mark('M0-2q3-3 2-7M2-1q5 0 7-4M2 1q4 3 8 1M0 2q1 5-2 8M-2 1q-4 3-8 2M-2-1q-4-2-7-5', darker(skin, 0.17), 1.1) +
  `<circle r="2.300" fill="${heart}"/>`
export const siuMai = (filling: string, dot: string): Shape =>
  '<circle cx=".6" cy="1.400" r="9.200" fill="#7a5320" opacity=".45"/><path d="M0-10l3 2 4-1 1 4 3 2-2 4 1 4-4 1-2 4-4-2-4 2-2-4-4-1 1-4-2-4 3-2 1-4 4 1Z" fill="#f1cf5b"/>' +
  `<circle r="6.200" fill="${filling}"/><circle r="2.200" fill="${dot}"/>` +
  mark('M-3-2h0M3-3h0M2 3h0M-3 3h0', lighter(filling, 0.5), 1.6)
export const wonton = (skin: string, filling: string): Shape =>
  body('M-10 2Q-7-8 0-6 7-8 10 2 5 8 0 6-5 8-10 2Z', skin) +
  `<ellipse cy="1" rx="4.600" ry="3.600" fill="${filling}" opacity=".55"/>` +
  mark('M-9 2Q-5-2 0-5 5-2 9 2', darker(skin, 0.2), 1)
/** Something long and rounded, crisp or steamed: spring rolls, sausages, rice rolls. */
export const roll = (colour: string, length = 22, width = 8): Shape =>
  mark(`M${-length / 2} 1.300H${length / 2}`, darker(colour, 0.5), width + 0.6) +
  mark(`M${-length / 2} 0H${length / 2}`, colour, width) +
  mark(`M${-length / 2 + 1}-${width / 4}H${length / 2 - 2}`, lighter(colour, 0.45), width / 6)
export const pod = (colour: string): Shape =>
  body('M-11 0Q-6-6 0-4 7-6 11 0 6 5 0 4-6 5-11 0Z', colour) +
  `<g fill="${lighter(colour, 0.28)}"><circle cx="-5" r="2.600"/><circle r="2.800"/><circle cx="5" r="2.600"/></g>`
export const slab = (colour: string, crust: string, width = 16, height = 12): Shape =>
  `<rect x="${-width / 2 + 0.8}" y="${-height / 2 + 1.6}" width="${width}" height="${height}" rx="2.400" fill="${darker(crust, 0.6)}" opacity=".5"/><rect x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" rx="2.400" fill="${crust}"/><rect x="${-width / 2 + 1.5}" y="${-height / 2 + 1.5}" width="${width - 3}" height="${height - 3}" rx="1.600" fill="${colour}"/>`
export const flower = (petal: string, heart: string): Shape =>
  `<g fill="${petal}"><circle cy="-2" r="1.500"/><circle cx="2" r="1.500"/><circle cy="2" r="1.500"/><circle cx="-2" r="1.500"/></g><circle r="1" fill="${heart}"/>`
/** A kebab of four pieces on its stick, from left to right. */
export const skewer = (first: string, second: string): Shape =>
  mark('M-40 0H40', '#d8b27c', 2) +
  mark('M-24 1.200h3M-8 1.200h3M8 1.200h3M24 1.200h3', darker(first, 0.6), 11.5) +
  mark('M-24 0h3M8 0h3', first, 11) +
  mark('M-8 0h3M24 0h3', second, 11) +
  mark('M-25-3h3M-9-3h3M7-3h3M23-3h3', lighter(first, 0.4), 1.8)
