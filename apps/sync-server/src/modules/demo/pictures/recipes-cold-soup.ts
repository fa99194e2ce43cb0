import * as c from './centres.ts'
import type { Recipe } from './draw-dish.ts'
import { PANTRY as p } from './pantry.ts'
import * as t from './stamps.ts'
import * as s from './strokes.ts'
import * as v from './vessels.ts'

const scallion = s.bits([p.scallion, '#8fb45c'], 9)
const sesame = s.bits(p.sesame, 12, 1.9)

/** Pictures of the cold dishes and soups, by number. */
export const COLD_AND_SOUP_RECIPES: Readonly<Record<string, Recipe>> = {
  101: [
    v.plate(),
    t.stamped(t.disc('#3f7a35', '#d3e6a4', '#f3f7d8'), t.rosette(8, 20), 1.15),
    s.bits(p.garlic, 10, 3.4),
    s.bits(p.chilli, 6, 3),
  ],
  102: [v.bluePlate, c.noodles(p.noodle), s.shreds([p.jade, '#d9ecb4'], 12, 2.4, 14), s.bits(p.chilli, 8, 3), sesame],
  103: [
    v.bowl('#b5381c'),
    s.wreath([p.paleChicken, '#f2dcb0'], 9, 12, 19),
    s.chunks(p.paleChicken, 4, 11, 9),
    s.bits(p.peanut, 10, 3.4),
    s.bits(p.sesame, 12, 2),
    scallion,
  ],
  104: [
    v.celadonPlate,
    t.stamped(t.lotusRoot('#c9825a'), t.rosette(7, 20), 1.05),
    s.bits('#f7e7a8', 9, 2.4),
    s.flakes('#e8b84a', 10, 1.8, 28),
  ],
  105: [
    v.plate(),
    s.cubes([p.tofu, '#fff8ea'], 10, 12, 22),
    t.stamped(t.centuryEgg, t.ringed(6, 25), 1),
    scallion,
    s.bits(p.soy, 8, 2.6, 24),
  ],
  106: [
    v.sandPlate,
    s.strokes({ colours: [p.ear, '#54403a'], count: 22, width: 9, length: [4, 8], radius: 25, bend: 0.5 }),
    s.strips([p.chilli, p.greenPepper], 8, 3.4, 24),
    s.bits(p.garlic, 8, 2.6),
  ],
  107: [
    v.bowl('#a92f17'),
    s.slices([p.beef, p.pork, '#d9b48f'], 18, 11, 25),
    sesame,
    s.bits(p.peanut, 8, 3),
    s.flakes(p.herb, 10, 2.6),
  ],
  108: [
    v.bluePlate,
    s.wreath([p.fatPork, '#f7e3d4'], 12, 11, 22),
    s.chunks(p.fatPork, 3, 10, 6),
    c.puddle('#7a2a14', 9),
    s.bits(p.garlic, 10, 3.2, 14),
    s.bits(p.scallion, 5, 2.6, 24),
  ],
  109: [
    v.bowl('#5c2a17'),
    s.strokes({ colours: [p.peanut, '#c98f52'], count: 34, width: 6.4, length: [2, 4], radius: 29 }),
    s.cubes([p.onion, '#8a4a78'], 5, 5, 22),
    s.flakes(p.herb, 8),
  ],
  110: [
    v.stonePlate,
    t.stamped(t.egg, t.ringed(4, 25, 0.4), 0.95),
    s.slices([p.beef, p.darkBeef], 9, 12, 16),
    t.stamped(t.roll(p.braised, 16, 8), t.ringed(4, 24, 1.2)),
    s.flakes(p.herb, 9),
  ],
  111: [
    v.celadonPlate,
    s.wreath([p.beef, p.darkBeef], 12, 12, 22),
    s.chunks(p.beef, 3, 11, 7),
    s.flakes(p.fatPork, 14, 1.4, 26),
    s.flakes(p.herb, 7),
  ],
  112: [
    v.plate(),
    s.shreds(['#41582f', '#2f4526', '#5c7440'], 40, 3, 27),
    s.shreds(p.carrot, 8, 2, 22),
    sesame,
    s.bits(p.chilli, 5),
  ],
  113: [
    v.bowl('#e3d894'),
    t.stamped(t.foot('#f4e6c8'), t.heaped(8, 25), 0.9),
    s.strokes({ colours: ['#b9c454', p.chilli], count: 10, width: 5, length: [4, 7], radius: 26 }),
  ],
  301: [
    v.blueBowl('#cf4a24'),
    s.cubes([p.beef, p.braised], 8, 12, 23),
    s.slices([p.tomato, '#e8674a'], 7, 10, 25),
    s.flakes(p.herb, 8),
  ],
  302: [
    v.bowl('#a85a22'),
    s.shreds([p.egg, '#f9dd84'], 13, 3, 28),
    s.shreds([p.tofu, p.ear], 14, 3, 27),
    s.bits(p.chilli, 6),
    scallion,
  ],
  303: [
    v.clayPot('#e2b95a'),
    s.chunks([p.paleChicken, '#f3e0b8'], 7, 13, 20),
    t.stamped(t.cap(p.mushroom), t.ringed(5, 24), 0.9),
    s.bits('#c2301c', 7, 3.4, 28),
    s.bits('#fbe9a6', 10, 2.6, 30),
  ],
  304: [
    v.bowl('#d8c98f'),
    s.flakes([p.beef, '#94573f'], 30, 3.6, 29),
    s.shreds(p.eggWhite, 12, 3, 28),
    s.bits(p.herb, 16, 2.4, 29),
  ],
  305: [
    v.bowl('#d9d3a0'),
    s.strokes({ colours: ['#2f3d33', '#42554a'], count: 9, width: 9, length: [5, 10], radius: 25, bend: 0.5 }),
    s.shreds([p.egg, '#fbe39a'], 14, 3.4, 28),
    scallion,
  ],
  306: [
    v.bowl('#e6dcb2'),
    s.cubes(['#dff0d0', '#cfe6bd'], 7, 14, 22),
    t.stamped(t.rib('#c08a62'), t.ringed(4, 19), 0.85),
    s.flakes(p.herb, 7),
    s.bits('#fff6cf', 10, 2.4),
  ],
  307: [v.bowl('#f3ead2'), c.fish('#9aa3a0', '#dfe0d8'), s.cubes(p.tofu, 6, 9, 27), scallion, s.bits(p.chilli, 4, 2.6)],
  308: [
    v.clayPot('#d9b98c'),
    t.stamped(t.lotusRoot('#e9cfae'), t.ringed(5, 21), 0.95),
    t.stamped(t.rib('#b87a56'), t.heaped(3, 12), 0.8),
    s.bits('#c2301c', 5, 3.4),
    s.bits(p.scallion, 6),
  ],
  309: [
    v.bowl('#f6d469'),
    c.puddle('#fae08a', 22, 0.8),
    s.bits(p.corn, 26, 3.6, 29),
    s.shreds('#fff5cf', 7, 2.4, 24),
    s.bits(p.scallion, 8, 2.4),
  ],
}
