import { darker, lighter, mixed, short, type Layer } from './pen.ts'
import { circle } from './vessels.ts'

/** What lies in the middle as one thing. */
const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}"${more}/>`
const line = (d: string, stroke: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

/** A sauce or a mash with an uneven edge. */
export const puddle =
  (colour: string, radius = 31, share = 1): Layer =>
  (pen) => {
    const points = Array.from({ length: 9 }, (_, index) => {
      const angle = (index * 2 * Math.PI) / 9
      const distance = radius * pen.between(0.9, 1.04)
      return [50 + distance * Math.cos(angle), 50 + distance * Math.sin(angle)] as const
    })
    const middle = (at: number) => {
      const [ax, ay] = points[at % 9] ?? [50, 50]
      const [bx, by] = points[(at + 1) % 9] ?? [50, 50]
      return `${short((ax + bx) / 2)} ${short((ay + by) / 2)}`
    }
    const curve = points.map(([x, y], index) => `Q${short(x)} ${short(y)} ${middle(index)}`).join('')
    return path(`M${middle(8)}${curve}Z`, colour, share === 1 ? '' : ` opacity="${share}"`)
  }

/** Noodles wound into a nest. */
export const noodles =
  (colour: string, radius = 27, width = 2.8): Layer =>
  (pen) => {
    const strands = Array.from({ length: 13 }, (_, index) => {
      const distance = radius * (1 - index / 15)
      const from = pen.between(0, 6.28)
      const to = from + pen.between(2.4, 4.6)
      const wobble = pen.between(-2.5, 2.5)
      const at = (angle: number) =>
        `${short(50 + wobble + distance * Math.cos(angle))} ${short(50 - wobble + distance * Math.sin(angle))}`
      return `M${at(from)}A${short(distance)} ${short(distance)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${at(to)}`
    })
    const half = (rest: number) => strands.filter((_, index) => index % 2 === rest).join('')
    const [even, odd] = [pen.name(), pen.name()]
    const drawn = (name: string, stroke: string, thick: number) =>
      `<use href="#${name}" stroke="${stroke}" stroke-width="${short(thick)}"/>`
    return [
      circle(radius + 1, darker(colour, 0.34)),
      `<g fill="none" stroke-linecap="round"><defs><path id="${even}" d="${half(0)}"/><path id="${odd}" d="${half(1)}"/></defs>`,
      drawn(even, darker(colour, 0.16), width),
      drawn(odd, colour, width),
      drawn(even, lighter(colour, 0.15), width * 0.45),
      drawn(odd, lighter(colour, 0.45), width * 0.35),
      '</g>',
    ].join('')
  }

/** Rice, its grains lying every way. */
export const rice =
  (colour: string, radius = 30): Layer =>
  (pen) => {
    const grains = (count: number) =>
      Array.from({ length: count }, () => {
        const [angle, distance, turn] = [
          pen.between(0, 6.28),
          radius * Math.sqrt(pen.random()) * 0.95,
          pen.between(0, 6.28),
        ]
        return `M${short(50 + distance * Math.cos(angle))} ${short(50 + distance * Math.sin(angle))}l${short(2.6 * Math.cos(turn))} ${short(2.6 * Math.sin(turn))}`
      }).join('')
    return [
      `<circle cx="50" cy="51.5" r="${radius}" fill="${darker(colour, 0.3)}"/>`,
      circle(radius, darker(colour, 0.1)),
      circle(radius - 3, mixed(colour, darker(colour, 0.1), 0.5)),
      line(grains(22), darker(colour, 0.22), 1.9),
      line(grains(30), colour, 2.2),
      line(grains(16), lighter(colour, 0.7), 1.8),
    ].join('')
  }

/** A whole fish on an oval dish. */
export const fish =
  (back: string, belly: string): Layer =>
  () =>
    [
      path('M11 53c9-19 42-24 62-6l16-12-4 16 5 17-17-9c-18 17-53 14-62-6z', darker(back, 0.5), ' opacity=".4"'),
      path('M11 50c9-19 42-24 62-6l16-12-4 16 5 17-17-9c-18 17-53 14-62-6z', back),
      path('M14 52c11 15 42 17 58 3-16 5-44 7-58-3z', belly),
      path('M38 32q10-8 20 2l-2 5q-10-5-19-2z', darker(back, 0.25)),
      line('M28 38q5 12-1 24M40 42q4 8 0 15M51 43q4 7 0 13M61 45q3 5 0 9', darker(back, 0.3), 1.6),
      line('M20 42q14-9 34-4', lighter(back, 0.55), 2),
      '<circle cx="20" cy="47" r="2.8" fill="#fff"/><circle cx="20" cy="47" r="1.6" fill="#2a1f22"/>',
    ].join('')

/** A fish's head, split and laid open. */
export const fishHead =
  (back: string, belly: string): Layer =>
  () =>
    [
      path('M50 84C20 80 14 48 30 28q10-12 20-12t20 12c16 20 10 52-20 56z', darker(back, 0.45), ' opacity=".4"'),
      path('M50 81C20 77 14 46 30 26q10-11 20-11t20 11c16 20 10 51-20 55z', back),
      path('M50 78C32 74 28 52 38 36q6-8 12-8t12 8c10 16 6 38-12 42z', belly),
      line('M50 28v48M31 40q-6 14 2 28M69 40q6 14-2 28', darker(back, 0.25), 2),
      '<circle cx="33" cy="33" r="3.6" fill="#fff"/><circle cx="33" cy="33" r="2" fill="#2a1f22"/><circle cx="67" cy="33" r="3.6" fill="#fff"/><circle cx="67" cy="33" r="2" fill="#2a1f22"/>',
    ].join('')

/** One whole crab. */
export const crab =
  (colour: string): Layer =>
  () => {
    const legs =
      'M33 46Q20 38 14 44M32 54Q18 52 13 60M36 62Q26 68 24 76M67 46Q80 38 86 44M68 54Q82 52 87 60M64 62Q74 68 76 76'
    const arms = 'M36 38Q24 30 27 20M64 38Q76 30 73 20'
    return [
      `<g transform="translate(.8 1.8)" opacity=".35">${line(legs, '#3a120a', 4.6)}${line(arms, '#3a120a', 6.5)}</g>`,
      line(legs, darker(colour, 0.12), 4.2),
      line(arms, colour, 6),
      path('M27 24q-8-4-4-13 2 5 5 4 1-5 5-6 3 9-2 14zM73 24q8-4 4-13-2 5-5 4-1-5-5-6-3 9 2 14z', colour),
      `<ellipse cx="50.8" cy="52.4" rx="22" ry="18" fill="#3a120a" opacity=".35"/>`,
      `<ellipse cx="50" cy="50" rx="22" ry="18" fill="${colour}"/>`,
      path('M30 46q20-18 40 0-6-3-12-3-8-4-16 0-6 0-12 3z', lighter(colour, 0.28)),
      line('M50 38v24M42 41q-3 9 1 18M58 41q3 9-1 18', darker(colour, 0.32), 1.8),
      line('M36 43h0M50 40h0M64 43h0', lighter(colour, 0.7), 2.6),
    ].join('')
  }

/** A fried egg with a soft edge. */
export const friedEgg =
  (x = 50, y = 50): Layer =>
  () =>
    `<g transform="translate(${x - 50} ${y - 50})"><path d="M50 35c8-2 15 3 15 11 5 6-1 16-10 16-8 6-19 1-19-8-5-9 4-19 14-19z" fill="#8a6a3a" opacity=".35" transform="translate(.6 1.400)"/><path d="M50 35c8-2 15 3 15 11 5 6-1 16-10 16-8 6-19 1-19-8-5-9 4-19 14-19z" fill="#fffaf0" stroke="#ecd3a0" stroke-width="1"/><circle cx="50.500" cy="49" r="6.800" fill="#f4a824"/><circle cx="48.500" cy="46.800" r="2" fill="#fcdc8c"/></g>`

/** A lotus leaf spread out under the food. */
export const lotusLeaf: Layer = () => {
  const veins = Array.from({ length: 12 }, (_, index) => {
    const angle = (index * Math.PI) / 6
    return `M50 50L${short(50 + 33 * Math.cos(angle))} ${short(50 + 33 * Math.sin(angle))}`
  }).join('')
  return path('M50 14c20 0 37 15 36 36S69 86 49 86 14 69 14 49 30 14 50 14z', '#5b7d41') + line(veins, '#7f9d60', 1.4)
}

/** A cake cut to a slice, seen from above and a little from the side. */
export const cakeSlice =
  (top: string, side: string, layers: string): Layer =>
  () =>
    [
      path('M26 78L80 64 60 22z', '#3a2416', ' opacity=".28" transform="translate(1 6)"'),
      path('M22 70l56-14v11L22 82z', side),
      path('M22 74l56-14v3L22 77.500z', layers),
      path('M22 70L78 56 58 18z', top),
      line('M24 69L58 20', lighter(top, 0.5), 1.6),
      line('M22 70L78 56', darker(top, 0.2), 1),
    ].join('')

/** A round of pastry with a filling: tarts, cheesecakes, pies. */
export const tart =
  (crust: string, filling: string, radius = 28): Layer =>
  () =>
    [
      `<circle cx="51" cy="52.500" r="${radius}" fill="#3a2416" opacity=".3"/>`,
      circle(radius, darker(crust, 0.15)),
      circle(radius - 1, crust, ` stroke="${lighter(crust, 0.3)}" stroke-width="3" stroke-dasharray="4 2.600"`),
      circle(radius - 5, darker(filling, 0.2)),
      `<circle cx="50" cy="50.800" r="${radius - 6}" fill="${filling}"/>`,
      line(
        `M${50 - radius * 0.5} ${50 - radius * 0.3}q${short(radius * 0.3)}-${short(radius * 0.35)} ${short(radius * 0.7)}-${short(radius * 0.25)}`,
        lighter(filling, 0.55),
        2,
      ),
    ].join('')

export const croissant =
  (colour: string): Layer =>
  () => {
    const shape =
      'M14 66C12 38 32 20 52 22c22 0 38 18 36 42-1 6-9 6-11 0-4-10-10-16-17-17-9-3-22 1-28 9-4 6-5 10-8 14-4 4-10 2-10-4z'
    return [
      path(shape, '#3a2416', ' opacity=".3" transform="translate(1 3)"'),
      path(shape, colour),
      line('M24 40L37 53M36 27l8 19M53 22l2 24M70 28L62 48M82 42L70 54', darker(colour, 0.32), 2.2),
      line('M22 50q4-8 9-13M38 31q5-4 10-5M58 26q6 1 10 4M75 36q5 5 7 11', lighter(colour, 0.5), 3),
    ].join('')
  }

/** Chocolate drawn over a croissant. */
export const drizzle =
  (colour: string): Layer =>
  () =>
    line('M17 52l12 6M24 38l10 12M35 29l6 15M46 25l2 18M58 25l-4 18M69 31l-9 15M79 41l-12 12M84 54l-11 5', colour, 3.4)

export const cinnamonRoll: Layer = () =>
  [
    '<circle cx="51" cy="53" r="29" fill="#3a2416" opacity=".3"/>',
    circle(29, '#c98a45'),
    line(
      'M50 50c4-3 8 1 6 6-4 6-14 4-15-4-2-10 9-17 18-13 11 5 12 19 4 27-10 9-27 5-32-8-4-14 5-28 20-31 12-2 22 4 26 13',
      '#7a3f1a',
      3.6,
    ),
    line('M50 50c4-3 8 1 6 6-4 6-14 4-15-4-2-10 9-17 18-13 11 5 12 19 4 27', '#e2b273', 1.4),
    line('M30 36q8 6 4 14 8 6 6 14M48 26q0 8 8 10 4 8 14 8M66 66q-8 2-10 8', '#fffaf0', 4),
  ].join('')

export const muffin =
  (colour: string): Layer =>
  () =>
    [
      '<circle cx="51" cy="53" r="28" fill="#3a2416" opacity=".3"/>',
      circle(28, '#f0e2c6', ' stroke="#d5bf97" stroke-width="4" stroke-dasharray="3.400 2.600"'),
      path('M50 25c10-3 21 4 22 13 7 7 4 19-5 22-3 9-17 13-25 8-10 2-19-6-18-15-6-8-1-19 8-21 3-5 11-9 18-7z', colour),
      line('M36 38q6-8 16-7M62 36q5 3 6 8', lighter(colour, 0.5), 2.6),
    ].join('')

export const brownies: Layer = () =>
  ['16 34 6', '44 22 -4', '40 54 3']
    .map((place) => {
      const [x, y, turn] = place.split(' ')
      return `<g transform="translate(${x} ${y}) rotate(${turn})"><rect x="1" y="3" width="32" height="26" rx="3" fill="#2a1208" opacity=".4"/><rect width="32" height="26" rx="3" fill="#4b2a1b"/><rect x="1.500" y="1.500" width="29" height="22" rx="2.400" fill="#65391f"/><path d="M8 7h0M18 10h0M24 18h0M11 18h0" stroke="#d7a86a" stroke-width="5" stroke-linecap="round"/><path d="M6 14l5-2M18 5l6 1M17 17l-3 3" stroke="#8a5a38" stroke-width="1.200"/></g>`
    })
    .join('')

export const pizza: Layer = () =>
  [
    '<circle cx="51" cy="53" r="41" fill="#3a2416" opacity=".28"/>',
    circle(41, '#d69a4d'),
    circle(39, '#e7b566'),
    circle(34.5, '#c9401f'),
    circle(33, '#f3c65a'),
    '<path d="M34 36h0M62 34h0M68 56h0M46 66h0M30 56h0M50 46h0" stroke="#fff6e2" stroke-width="13" stroke-linecap="round"/>',
    '<path d="M44 30h0M72 44h0M58 66h0M36 48h0M58 52h0" stroke="#cf3a22" stroke-width="9" stroke-linecap="round"/>',
    line('M50 9v82M14.500 29.500l71 41M14.500 70.500l71-41', '#b8782f', 1),
  ].join('')

/** A sandwich in two triangles, its layers to be seen at the cut. */
export const sandwich: Layer = () => {
  const half =
    '<path d="M2 6L36 3 20 40z" fill="#3a2416" opacity=".3" transform="translate(1.400 3)"/><path d="M0 4L34 0 18 38z" fill="#b9722c"/><path d="M3 6L31 2.800 18 33z" fill="#f0cf94"/><path d="M0 4l18 34-5 1L-5 7z" fill="#f3e3c0"/><path d="M-1.300 5.200l17.500 33.200M-3 6l17.500 33" stroke="#6f9a3d" stroke-width="1.600"/><path d="M-2.200 5.700l17.500 33" stroke="#d8432b" stroke-width="1.600"/>'
  return `<g transform="translate(22 20) rotate(8)">${half}</g><g transform="translate(52 42) rotate(-14)">${half}</g>`
}

/** A slice of bread with something on it. */
export const toast =
  (spread: string): Layer =>
  () =>
    [
      path(
        'M20 30q0-12 14-10 16-5 32 0 14-2 14 10-2 6-4 9v36q0 6-6 6H30q-6 0-6-6V39q-2-3-4-9z',
        '#3a2416',
        ' opacity=".3" transform="translate(1 3)"',
      ),
      path('M20 30q0-12 14-10 16-5 32 0 14-2 14 10-2 6-4 9v36q0 6-6 6H30q-6 0-6-6V39q-2-3-4-9z', '#b9722c'),
      path('M23 31q1-9 12-8 15-4 30 0 11-1 12 8-2 5-4 7v35q0 5-5 5H32q-5 0-5-5V38q-2-2-4-7z', '#f0cf94'),
      path('M28 34q3-8 14-6 16-3 26 4 6 14 2 26 2 16-12 16-22 3-28-4 1-14-2-24 0-8 0-12z', spread),
    ].join('')

/** Half a pigeon or a duck, roasted. */
export const roastBird =
  (colour: string): Layer =>
  () =>
    [
      path(
        'M50 18c18-2 28 14 26 32-1 18-12 32-26 32S25 68 24 50c-2-18 8-34 26-32z',
        '#2a1208',
        ' opacity=".35" transform="translate(1 3)"',
      ),
      path('M30 62q-18 8-14 20 4 6 8 1 10 2 18-10zM70 62q18 8 14 20-4 6-8 1-10 2-18-10z', darker(colour, 0.12)),
      path('M50 18c18-2 28 14 26 32-1 18-12 32-26 32S25 68 24 50c-2-18 8-34 26-32z', colour),
      line('M50 26v48M34 34q-8 14-3 30M66 34q8 14 3 30', darker(colour, 0.28), 2),
      line('M38 30q-7 9-7 20M58 26q8 3 11 12', lighter(colour, 0.5), 3.4),
    ].join('')

/** A pear poached whole. */
export const pear: Layer = () =>
  [
    path(
      'M50 22c9 0 11 9 13 17 8 6 12 14 10 23-3 12-14 16-23 16s-20-4-23-16c-2-9 2-17 10-23 2-8 4-17 13-17z',
      '#8a6a2a',
      ' opacity=".3" transform="translate(1 2.400)"',
    ),
    path(
      'M50 22c9 0 11 9 13 17 8 6 12 14 10 23-3 12-14 16-23 16s-20-4-23-16c-2-9 2-17 10-23 2-8 4-17 13-17z',
      '#f3e3a6',
    ),
    line('M40 46q-6 8-5 16', '#fffdf0', 3.6),
    line('M50 24q0-8 5-11', '#6a4a26', 2.6),
  ].join('')

/** Halves of something long, grilled and opened: an aubergine. */
export const openedHalves =
  (skin: string, flesh: string): Layer =>
  () =>
    ['translate(-13 0) rotate(-6 50 50)', 'translate(13 0) rotate(6 50 50)']
      .map(
        (move) =>
          `<g transform="${move}"><ellipse cx="51" cy="52" rx="12.500" ry="34" fill="#2a1208" opacity=".35"/><ellipse cx="50" cy="50" rx="12.500" ry="34" fill="${skin}"/><ellipse cx="50" cy="51" rx="9.800" ry="30" fill="${flesh}"/></g>`,
      )
      .join('')

/** A cob of corn. */
export const cob =
  (turn: number, shift: number): Layer =>
  () =>
    `<g transform="translate(0 ${shift}) rotate(${turn} 50 50)"><rect x="15" y="42" width="70" height="19" rx="9.500" fill="#2a1208" opacity=".35"/><rect x="14" y="40" width="70" height="19" rx="9.500" fill="#d99a1c"/><path d="M20 44.500h60M20 49.500h62M20 54.500h60" stroke="#f7cf45" stroke-width="4" stroke-dasharray="4 1.200"/><path d="M38 40v19M58 41v18" stroke="#7a4a14" stroke-width="2" opacity=".55"/></g>`
