import * as c from './centres.ts'
import type { Recipe } from './draw-dish.ts'
import { PANTRY as p } from './pantry.ts'
import * as t from './stamps.ts'
import * as s from './strokes.ts'
import * as v from './vessels.ts'

const scallion = s.bits([p.scallion, '#8fb45c'], 9)
const sesame = s.bits(p.sesame, 14, 1.9)
const dried = s.strokes({
  colours: [p.dried, '#ab2a1a'],
  count: 12,
  width: 4.6,
  length: [6, 10],
  radius: 27,
  bend: 0.2,
})

/** Pictures of what comes from the wok and the steamer, by number. */
export const HOT_RECIPES: Readonly<Record<string, Recipe>> = {
  201: [
    v.bowl('#a8351b'),
    s.cubes([p.tofu, '#fff6e4'], 11, 13, 24),
    s.bits(p.scallion, 10),
    s.bits('#3a1a10', 12, 2.6),
  ],
  202: [
    v.plate(),
    c.puddle('#d98b2b', 29),
    t.stamped(t.rib(p.glazed), t.heaped(7, 22), 1.05),
    s.cubes(['#f7d66c', '#fae49a'], 6, 6, 22),
    sesame,
  ],
  203: [
    v.oval,
    c.puddle('#c98f3a', 27, 0.45),
    c.fish('#93a5a6', '#d9e0dc'),
    s.shreds([p.scallion, '#8fb45c'], 18, 2.4, 18),
    s.shreds(p.chilli, 6, 2, 16),
  ],
  204: [
    v.plate(),
    c.lotusLeaf,
    s.chunks(['#d89f45', '#e3b565', '#c98a38'], 11, 12, 19),
    s.bits(p.chilli, 6, 3.6, 18),
    s.bits(p.scallion, 5),
  ],
  205: [
    v.plate(),
    c.puddle('#4a2a1c', 31),
    s.strips([p.beef, p.darkBeef, '#8c4a33'], 18, 9, 24),
    s.strips([p.greenPepper, p.chilli, p.onion], 9, 5.4, 24),
    s.bits('#e9d5bd', 9, 2),
  ],
  206: [
    v.plate(),
    s.stems(['#5f8a3a', '#74a04a', '#4f7a32'], 24, 5, 22),
    s.flakes('#7a351a', 16, 3.2, 22),
    s.strips(p.dried, 6, 3.6, 20),
  ],
  207: [
    v.bluePlate,
    s.strokes({
      colours: ['#5d6b38', '#74824a'],
      count: 12,
      width: 4,
      length: [6, 9],
      radius: 14,
      bend: 0.2,
      flat: true,
    }),
    t.stamped(t.prawn(p.prawn), t.ringed(7, 22), 1.25),
    s.flakes('#6b7f3a', 9, 3, 14),
  ],
  208: [
    v.plate(),
    c.puddle('#8a3d1e', 30),
    s.cubes(['#c97f3f', '#d9924d'], 15, 10.5, 24),
    s.strokes({ colours: [p.peanut, '#ecc98e'], count: 12, width: 5.4, length: [2, 3.4], radius: 25 }),
    dried,
    scallion,
  ],
  209: [
    v.clayPot('#e79a2c'),
    s.cubes([p.tofu, '#fff6e4'], 10, 13, 23),
    s.bits('#c9581c', 14, 4.6, 28),
    s.bits(p.scallion, 8),
  ],
  210: [v.plate(), t.stamped(t.floret('#4f9147'), t.rosette(8, 20), 1.15), s.bits(p.garlic, 14, 3.6, 24)],
  211: [
    v.plate(),
    c.puddle('#9a3c1a', 30),
    s.shreds([p.pork, '#b9734c', '#d99a74'], 26, 4, 25),
    s.shreds([p.ear, p.greenPepper, p.carrot], 21, 3, 25),
    scallion,
  ],
  212: [
    v.bowl('#9c2a14'),
    s.cubes([p.tofu, '#fdeed2'], 14, 10.5, 25),
    s.flakes('#5c2414', 22, 3.4, 27),
    s.bits(p.scallion, 10),
    s.bits('#3a1a10', 12, 1.8),
  ],
  213: [
    v.plate(),
    c.puddle('#8a321a', 27, 0.6),
    s.slices(['#d99a74', '#efc9a8', '#c47c56'], 14, 12, 24),
    s.strips([p.greenPepper, '#7db04f'], 8, 7, 25),
    s.strips(p.chilli, 5, 4, 22),
  ],
  214: [
    v.bowl('#b02c12'),
    s.slices([p.beef, '#96553c'], 13, 13, 24),
    s.strips(['#a9c86a', '#dcebb4'], 5, 7, 28),
    s.bits(p.dried, 12, 4.4),
    s.bits(p.garlic, 8, 3),
    scallion,
  ],
  215: [
    v.bluePlate,
    c.puddle('#d9502a', 28, 0.5),
    s.strokes({ colours: ['#df7a2c', '#e8903e', '#cf6420'], count: 15, width: 10, length: [9, 14], radius: 22 }),
    s.cubes([p.greenPepper, '#f4c430'], 6, 6, 24),
    s.bits(p.sesame, 14, 2),
  ],
  216: [
    v.clayPot('#5c2412'),
    t.stamped(t.slab('#c2582f', '#8f3418', 15, 14), t.heaped(9, 23), 1.08),
    s.flakes('#f6d3b0', 16, 2.4, 24),
    s.bits(p.scallion, 6),
  ],
  217: [
    v.sandPlate,
    s.strokes({
      colours: [p.dried, '#b02a18', '#c43a20'],
      count: 30,
      width: 5,
      length: [8, 13],
      radius: 30,
      bend: 0.2,
    }),
    s.chunks(['#c9803a', '#d99448'], 13, 8.4, 24),
    sesame,
    s.bits(p.scallion, 7),
  ],
  218: [
    v.stonePlate,
    s.strips(['#8f5030', '#7a4026', '#a3623c'], 20, 8, 25),
    s.strips([p.onion, '#8a4a78'], 6, 4, 24),
    s.flakes(p.herb, 14, 3),
    s.bits(['#d9a64a', p.sesame], 20, 1.8),
  ],
  219: [
    v.bluePlate,
    s.strokes({ colours: [p.egg, '#fadb7c', '#f0b030'], count: 14, width: 14, length: [4, 9], radius: 22, bend: 0.3 }),
    s.slices([p.tomato, '#e8674a'], 9, 10, 24),
    scallion,
  ],
  220: [
    v.plate(),
    s.strokes({ colours: [p.egg, '#fadb7c'], count: 9, width: 11, length: [4, 8], radius: 23, bend: 0.3 }),
    s.strips([p.pork, '#d99a74'], 9, 6, 24),
    s.strokes({ colours: [p.ear], count: 7, width: 9, length: [4, 6], radius: 24, bend: 0.4 }),
    s.slices('#9cc567', 6, 6, 24),
  ],
  221: [
    v.stonePlate,
    s.strips([p.beef, '#8f4c34'], 17, 8, 25),
    s.strips([p.chilli, '#dc4a2a'], 10, 4, 25),
    s.strips(p.greenPepper, 8, 4, 25),
    s.bits(p.garlic, 8, 3),
    s.flakes(p.herb, 6),
  ],
  222: [
    v.plate(),
    c.puddle('#4f2412', 25, 0.8),
    s.shreds(['#8c4a2c', '#a35c38', '#74391f'], 30, 4.4, 22),
    s.shreds(['#f4f7e4', '#b9d48a'], 18, 2.4, 15),
    t.stamped(t.disc('#e2cfa4', '#f6ecd2'), t.ringed(5, 30), 0.75),
  ],
  223: [
    v.bluePlate,
    s.shreds([p.pork, '#d99a74'], 20, 4, 25),
    s.shreds([p.greenPepper, '#7db04f', '#4f8438'], 26, 3.8, 26),
  ],
  224: [
    v.bowl('#5c3418'),
    s.shreds(['#3c3420', '#514628'], 22, 3.4, 30),
    s.wreath(['#9c4a26', '#e2b08a'], 11, 11, 18),
    s.strips(['#a5522c', '#eabf9c'], 4, 9, 8),
    s.bits(p.scallion, 5),
  ],
  225: [
    v.steamer('#d9c28e'),
    s.chunks(['#cf9a6a', '#dcae80', '#bd8452'], 13, 12.5, 23),
    s.bits('#f2dfb4', 34, 2, 26),
    s.bits(p.scallion, 7),
  ],
  226: [
    v.clayPot('#4a2412'),
    s.chunks(['#9a5a2c', '#b0703c', '#85481f'], 11, 13, 23),
    t.stamped(t.leaf(p.herb), t.heaped(6, 23), 0.9),
    s.chunks(p.garlic, 5, 5, 22),
    s.bits(p.chilli, 5, 3.4),
  ],
  999: [v.plate(), t.stamped(t.leaf('#7fa35a'), t.ringed(3, 9), 1.1), s.bits('#c9bfb0', 10, 2.4, 22)],
}
