import { darker, lighter, mixed, type Layer } from './pen.ts'

/** What the food lies in, drawn from above; the food reaches about 33 from the middle of a plate and 36 in a bowl. */
const SHADE = '#231a1f'
const PORCELAIN = '#f7f3ec'

export const circle = (radius: number, fill: string, more = '') =>
  `<circle cx="50" cy="50" r="${radius}" fill="${fill}"${more}/>`
const shade = (radius: number) => `<circle cx="50" cy="52.6" r="${radius}" fill="${SHADE}" opacity=".2"/>`
const outline = (radius: number, stroke: string, width: number, more = '') =>
  circle(radius, 'none', ` stroke="${stroke}" stroke-width="${width}"${more}`)

/** A porcelain plate; `glaze` colours its rim. */
export const plate =
  (glaze = PORCELAIN, well = lighter(glaze, 0.75)): Layer =>
  () =>
    [
      shade(47),
      circle(47, glaze),
      outline(46.2, darker(glaze, 0.14), 1.2),
      circle(37, darker(glaze, 0.1)),
      `<circle cx="50" cy="50.8" r="36.4" fill="${well}"/>`,
    ].join('')

export const bluePlate: Layer = (pen) =>
  plate()(pen) + outline(42.6, '#4f74ad', 1.6) + outline(40.2, '#8fa9d1', 0.8, ' stroke-dasharray="1.6 2.2"')
export const celadonPlate: Layer = plate('#cfe0d2')
export const stonePlate: Layer = plate('#5b5654', '#f1e9dd')
export const sandPlate: Layer = plate('#e6d6bd')

/** A bowl filled to the line with something. */
export const bowl =
  (filled: string, glaze = PORCELAIN): Layer =>
  () =>
    [
      shade(45.5),
      circle(45.5, glaze),
      outline(44.8, darker(glaze, 0.16), 1.2),
      circle(39.5, darker(glaze, 0.28)),
      circle(37.6, darker(filled, 0.22)),
      `<circle cx="50" cy="51.2" r="36.4" fill="${filled}"/>`,
    ].join('')

export const blueBowl =
  (filled: string): Layer =>
  (pen) =>
    bowl(filled)(pen) + outline(42.4, '#4f74ad', 2)

/** A clay pot with two ears, as it comes from the fire. */
export const clayPot =
  (filled: string): Layer =>
  () =>
    [
      shade(45),
      '<path d="M9 50H1M91 50h8" stroke="#4b3a33" stroke-width="13" stroke-linecap="round"/>',
      circle(44, '#5a463d'),
      outline(42, '#7b6357', 2.2),
      circle(37.6, '#33251f'),
      `<circle cx="50" cy="51" r="36.4" fill="${filled}"/>`,
    ].join('')

/** A bamboo steamer with its mat; `cover` lies on the mat. */
export const steamer =
  (cover = '#e9d3a1'): Layer =>
  () =>
    [
      shade(46),
      circle(46, '#c4935a'),
      outline(43.6, '#a87642', 1.6),
      outline(40.4, '#dcb27a', 2.6),
      circle(38, '#8f6233'),
      circle(36.8, cover),
      `<path d="M22 31h56M16 41h68M14 50h72M16 59h68M22 69h56" stroke="${darker(cover, 0.2)}" stroke-width="1.4"/>`,
      '<path d="M50 4v6M50 90v6M4 50h6M90 50h6" stroke="#f1d7a6" stroke-width="5"/>',
    ].join('')

/** A wooden board. */
export const board =
  (wood = '#b98a57'): Layer =>
  () =>
    [
      `<rect x="6" y="8.6" width="88" height="88" rx="15" fill="${SHADE}" opacity=".2"/>`,
      `<rect x="6" y="6" width="88" height="88" rx="15" fill="${wood}"/>`,
      `<path d="M8 24q40-5 84 1M7 43q34 6 86-1M7 61q46-6 86 2M9 79q38 5 82-1" fill="none" stroke="${darker(wood, 0.2)}" stroke-width="1.3"/>`,
      `<rect x="7" y="7" width="86" height="86" rx="14" fill="none" stroke="${lighter(wood, 0.3)}" stroke-width="1.2"/>`,
    ].join('')

/** A long dark tray for what comes from the grill. */
export const slate: Layer = () =>
  [
    `<rect x="4" y="12.6" width="92" height="80" rx="9" fill="${SHADE}" opacity=".22"/>`,
    '<rect x="4" y="10" width="92" height="80" rx="9" fill="#4a4749"/>',
    '<rect x="8" y="14" width="84" height="72" rx="6" fill="#575355"/>',
  ].join('')

/** A basket with paper. */
export const basket: Layer = () =>
  [
    shade(46),
    circle(46, '#a9763f'),
    outline(43, '#d0a066', 4, ' stroke-dasharray="5 3.2"'),
    circle(38.5, '#7c5227'),
    '<path d="M50 9l17 8 20 5 2 21 5 18-17 11-8 19-20-3-20 2-7-19L7 57l6-18 1-19 21-3z" fill="#f4ecdc"/>',
    '<path d="M50 9l-4 15M87 22L74 32M94 61l-17-4M31 90l6-14M7 57l16-4" stroke="#d9cdb6" stroke-width="1.4"/>',
  ].join('')

/** An oval dish for a whole fish. */
export const oval: Layer = () =>
  [
    `<ellipse cx="50" cy="53" rx="49" ry="38" fill="${SHADE}" opacity=".2"/>`,
    `<ellipse cx="50" cy="50" rx="49" ry="38" fill="${PORCELAIN}"/>`,
    `<ellipse cx="50" cy="50" rx="48.2" ry="37.2" fill="none" stroke="${darker(PORCELAIN, 0.14)}" stroke-width="1.2"/>`,
    `<ellipse cx="50" cy="50" rx="42" ry="30" fill="${darker(PORCELAIN, 0.08)}"/>`,
    `<ellipse cx="50" cy="50.8" rx="41.4" ry="29.4" fill="#fdfbf7"/>`,
  ].join('')

/** A cup on its saucer. */
export const cup =
  (filled: string, glaze = PORCELAIN): Layer =>
  () =>
    [
      shade(46),
      circle(46, glaze),
      outline(45.2, darker(glaze, 0.14), 1.2),
      circle(37, darker(glaze, 0.1)),
      `<path d="M74 34q20-12 17 4t-18 14" fill="none" stroke="${darker(glaze, 0.2)}" stroke-width="6.5"/>`,
      `<path d="M74 33q20-12 17 4t-18 14" fill="none" stroke="${lighter(glaze, 0.5)}" stroke-width="4"/>`,
      `<circle cx="51" cy="52.5" r="31" fill="${SHADE}" opacity=".16"/>`,
      circle(30.5, lighter(glaze, 0.5)),
      circle(27.6, darker(filled, 0.25)),
      `<circle cx="50" cy="50.9" r="26.6" fill="${filled}"/>`,
    ].join('')

/** A glass on a coaster, looked into. */
export const glass =
  (filled: string, coaster = '#7d5a3a', around = 33): Layer =>
  () =>
    [
      `<rect x="8" y="10.6" width="84" height="84" rx="16" fill="${SHADE}" opacity=".2"/>`,
      `<rect x="8" y="8" width="84" height="84" rx="16" fill="${coaster}"/>`,
      `<rect x="11.5" y="11.5" width="77" height="77" rx="13" fill="none" stroke="${lighter(coaster, 0.22)}" stroke-width="1.2"/>`,
      `<circle cx="51.5" cy="53" r="${around}" fill="${SHADE}" opacity=".25"/>`,
      circle(around, mixed('#eef5f5', filled, 0.25)),
      circle(around - 3.4, darker(filled, 0.16)),
      `<circle cx="50" cy="50.9" r="${around - 4.4}" fill="${filled}"/>`,
      `<path d="M${50 - around * 0.72} ${50 - around * 0.5}a${around * 0.88} ${around * 0.88} 0 0 1 ${around * 0.5}-${around * 0.34}" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" opacity=".75"/>`,
    ].join('')
