import * as c from './centres.ts'
import type { Recipe } from './draw-dish.ts'
import { PANTRY as p } from './pantry.ts'
import * as t from './stamps.ts'
import * as s from './strokes.ts'
import * as v from './vessels.ts'

const scallion = s.bits([p.scallion, '#8fb45c'], 9)

/** Pictures of the vegetables and the clay pots, by number. */
export const VEGETABLE_AND_POT_RECIPES: Readonly<Record<string, Recipe>> = {
  241: [v.plate(), t.stamped(t.cabbage('#4f9140', '#dcecc0'), t.ringed(6, 17), 1.2), s.bits(p.garlic, 9, 3, 18)],
  242: [
    v.sandPlate,
    s.strokes({
      colours: ['#c3d98c', '#dcebb4', '#a9c86a'],
      count: 19,
      width: 14,
      length: [4, 9],
      radius: 24,
      bend: 0.5,
    }),
    s.strips(p.dried, 6, 3.6, 22),
    s.flakes('#c98a68', 6, 4, 22),
  ],
  243: [
    v.plate(),
    c.puddle('#6a3a1c', 29, 0.7),
    s.chunks([p.potato, '#f0d68c'], 9, 12, 23),
    s.chunks([p.aubergine, '#704180'], 7, 11, 24),
    s.strips([p.greenPepper, '#7db04f'], 7, 8, 24),
  ],
  244: [
    v.clayPot('#8a351a'),
    s.strokes({ colours: [p.aubergine, '#6d4078', '#87588c'], count: 13, width: 9, length: [12, 18], radius: 23 }),
    s.flakes('#b9734c', 14, 3, 25),
    s.bits(p.chilli, 6, 3),
    scallion,
  ],
  245: [
    v.plate(),
    s.shreds(['#f0d88e', '#f7e7b0', '#e3c470'], 46, 2.8, 26),
    s.shreds([p.chilli, p.greenPepper], 10, 2.4, 24),
  ],
  246: [
    v.bowl('#f0dfa6'),
    t.stamped(t.cabbage('#a9c86a', '#f7f4d6'), t.ringed(6, 15), 1.25),
    s.cubes(['#2f2a26', '#d98f5a'], 8, 4.6, 24),
    s.bits(p.garlic, 8, 3.6),
  ],
  247: [
    v.bluePlate,
    t.stamped(t.cabbage('#7fb04a', '#dff0c0'), t.ringed(6, 17), 1.25),
    c.puddle('#5a3018', 12, 0.55),
    s.bits(p.garlic, 9, 3, 14),
  ],
  248: [
    v.plate(),
    t.stamped(t.cabbage('#3f8438', '#e4f0d0'), t.ringed(8, 23), 1),
    t.stamped(t.cap(p.mushroom), t.rosette(6, 11), 0.95),
  ],
  249: [
    v.celadonPlate,
    t.stamped(t.lotusRoot('#f0e4cc'), t.ringed(4, 20), 0.85),
    s.slices([p.carrot, '#8cc063'], 10, 7, 24),
    s.strokes({ colours: [p.ear], count: 5, width: 8, length: [3, 5], radius: 20, bend: 0.4 }),
    s.strokes({ colours: ['#7fb555'], count: 8, width: 5.5, length: [9, 12], radius: 23 }),
  ],
  250: [
    v.plate(),
    s.stems(['#4f8a3a', '#68a04c', '#3c7530'], 26, 3.8, 22),
    t.stamped(t.leaf('#3f7d39'), t.heaped(10, 23), 0.85),
    s.bits(p.garlic, 13, 3.4, 22),
  ],
  261: [
    v.clayPot('#7a3a18'),
    s.cubes([p.beef, p.braised, '#94502f'], 10, 13, 23),
    s.chunks(['#f0e4c4', p.carrot], 7, 9, 24),
    s.flakes(p.herb, 8),
  ],
  262: [
    v.clayPot('#b98542'),
    c.noodles(p.glassNoodle, 27, 2.4),
    s.strips([p.pork, '#a9c86a'], 9, 5, 22),
    s.bits(p.chilli, 5),
    scallion,
  ],
  263: [
    v.clayPot('#4a2010'),
    s.chunks(['#b56a30', '#c97f3f', '#a0582a'], 12, 13, 23),
    s.strips([p.greenPepper, p.onion], 7, 5, 24),
    s.chunks([p.garlic, p.ginger], 7, 5, 24),
    s.flakes(p.herb, 6),
  ],
  264: [
    v.clayPot('#efe2c4'),
    c.rice(p.rice, 34),
    t.stamped(t.roll('#a8321c', 20, 8), t.ringed(4, 14, 0.3), 1),
    s.strips(['#8a2a1a', '#e2a98c'], 4, 7, 22),
    s.stems('#5f9a45', 5, 4.6, 26),
  ],
  265: [
    v.clayPot('#efe2c4'),
    c.rice(p.rice, 34),
    s.chunks(['#dba860', '#e6bd80'], 9, 12, 17),
    t.stamped(t.cap(p.mushroom), t.ringed(4, 22), 0.8),
    s.stems('#5f9a45', 5, 4.6, 28),
    s.bits(p.scallion, 6),
  ],
  266: [
    v.clayPot('#7c3a1a'),
    s.chunks([p.aubergine, '#74477e', '#91649a'], 11, 12, 23),
    s.flakes(['#b9734c', '#a0603c'], 24, 3.6, 25),
    s.bits(p.chilli, 6),
    scallion,
  ],
  267: [
    v.clayPot('#b9813f'),
    s.cubes(['#8c5138', '#a0654a'], 8, 13, 22),
    s.cubes([p.radish, '#fffaf0'], 7, 12, 24),
    s.bits('#c2301c', 5, 3.4),
    s.flakes(p.herb, 8),
  ],
  268: [
    v.clayPot('#dcae5a'),
    s.cubes([p.tofu, '#f3d99c'], 7, 12, 22),
    t.stamped(t.prawn(p.prawn), t.ringed(5, 21), 0.9),
    s.slices(['#f4e8da', '#e6cdb8'], 4, 8, 14),
    s.bits(p.scallion, 8),
  ],
}
