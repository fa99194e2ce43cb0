import * as d from './drinks.ts'
import * as c from './centres.ts'
import type { Recipe } from './draw-dish.ts'
import { PANTRY as p } from './pantry.ts'
import * as t from './stamps.ts'
import * as s from './strokes.ts'
import * as v from './vessels.ts'

const scallion = s.bits([p.scallion, '#8fb45c'], 9)
const sesame = s.bits(p.sesame, 14, 1.9)

/** Pictures of rice, noodles, dim sum, drinks and desserts, by number. */
export const STAPLE_RECIPES: Readonly<Record<string, Recipe>> = {
  401: [
    v.plate(),
    c.rice('#f4dd9c', 29),
    s.cubes(['#d9713f', p.carrot], 10, 5.4, 24),
    s.bits('#6f9a3d', 12, 4.6, 24),
    s.chunks(p.egg, 7, 7, 22),
  ],
  402: [v.bowl('#6d3d1c'), c.noodles('#e3b768', 29), s.shreds(['#5f8a3a', '#7a9c48', '#8a5a24'], 18, 2.6, 18)],
  403: [
    v.blueBowl('#a8512a'),
    s.strokes({ colours: ['#f4e3b8', '#fbf0d2'], count: 20, width: 6, length: [14, 22], radius: 25, bend: 0.3 }),
    s.cubes([p.beef, p.braised], 7, 11, 16),
    t.stamped(t.cabbage('#4f9140', '#dcecc0'), t.ringed(2, 25), 0.8),
    scallion,
  ],
  404: [v.blueBowl('#f3ead6'), c.rice(p.rice, 35), c.puddle('#fffaf0', 14, 0.5)],
  405: [
    v.celadonPlate,
    c.rice('#f7e6b4', 29),
    t.stamped(t.prawn(p.prawn), t.ringed(3, 15), 0.75),
    s.cubes(['#d9865a', p.carrot], 6, 5, 24),
    s.bits('#6fa548', 8, 4.2, 25),
    s.bits(p.egg, 7, 6, 22),
  ],
  406: [
    v.bowl('#efe0ba'),
    c.noodles('#f3dca4', 31),
    c.puddle('#4a2412', 15),
    s.flakes('#8a5030', 10, 3.4, 12),
    s.shreds(['#9ccb74', '#dff0c0'], 14, 2.6, 13),
    s.shreds(['#e9d3dc', p.carrot], 8, 2.4, 24),
  ],
  407: [
    v.bowl('#a92f14'),
    c.noodles(p.noodle, 28),
    s.flakes(['#7a3a1c', '#94512c'], 20, 3.6, 12),
    s.bits(p.peanut, 10, 3.4, 16),
    t.stamped(t.leaf('#5f9a45'), t.ringed(3, 24), 0.9),
    scallion,
  ],
  408: [
    v.plate(),
    s.strokes({
      colours: ['#c98f4e', '#dba968', '#b67c3e'],
      count: 22,
      width: 6.4,
      length: [16, 24],
      radius: 23,
      bend: 0.35,
    }),
    s.slices([p.beef, '#8c4a33'], 8, 9, 20),
    s.shreds(['#eef2d8', '#9cc567'], 12, 2.6, 22),
  ],
  409: [
    v.bluePlate,
    c.noodles('#eab93e', 29, 2.2),
    t.stamped(t.prawn(p.prawn), t.ringed(3, 14), 0.75),
    s.shreds([p.greenPepper, p.chilli, p.egg], 15, 3, 22),
    s.flakes('#b9623c', 8, 3),
  ],
  410: [
    v.blueBowl('#e2cf94'),
    c.noodles('#f4e3b0', 30),
    s.shreds([p.pork, '#d99a74'], 10, 3.6, 13),
    s.flakes(['#5d7a34', '#76944a'], 26, 3, 15),
  ],
  411: [
    v.bowl('#d9642e'),
    c.noodles('#f4dfa4', 28),
    s.slices([p.tomato, '#e8674a'], 6, 9, 21),
    s.strokes({ colours: [p.egg, '#fadb7c'], count: 6, width: 10, length: [4, 8], radius: 16, bend: 0.3 }),
    scallion,
  ],
  412: [
    v.blueBowl('#c99a4e'),
    c.noodles('#f7e6b8', 30),
    s.bits([p.scallion, '#8fb45c'], 22, 3, 24),
    s.bits('#fbe7b0', 10, 2.4, 32),
  ],
  413: [
    v.bowl('#f6f0e0'),
    s.bits('#fffdf6', 40, 2.6, 33),
    t.stamped(t.centuryEgg, t.ringed(4, 15), 0.85),
    s.flakes([p.pork, '#d99a74'], 14, 3.6, 25),
    s.bits(p.scallion, 14, 2.8, 26),
  ],
  501: [v.steamer(), t.stamped(t.dumpling('#f6e3dc'), t.rosette(5, 20), 1.2), s.bits('#ee9a7a', 6, 3.4, 19)],
  502: [v.steamer(), t.stamped(t.bun('#fffaf0', '#a8321c'), t.ringed(3, 17, 0.5), 1.4)],
  503: [v.steamer(), t.stamped(t.bun('#f7ecd6', '#d9b98c'), t.rosette(7, 22), 0.98)],
  504: [v.steamer(), t.stamped(t.siuMai('#d99a78', '#ee7a2c'), t.rosette(6, 21), 1.08)],
  505: [
    v.steamer('#d9b87c'),
    t.stamped(t.foot('#b5552a'), t.heaped(7, 22), 1),
    s.bits('#2e1c14', 12, 3, 24),
    s.bits(p.chilli, 6, 3),
  ],
  506: [
    v.steamer(),
    c.lotusLeaf,
    s.chunks(['#d9a860', '#e6bd7c'], 10, 12, 15),
    s.bits('#f4dfae', 26, 2.2, 18),
    t.stamped(t.cap(p.mushroom), t.heaped(2, 8), 0.75),
  ],
  507: [
    v.bluePlate,
    c.puddle('#6a3a1c', 31, 0.35),
    t.stamped(t.roll('#faf3e6', 52, 13), () => [-16, 0, 16].map((dy) => ({ x: 50, y: 50 + dy, turn: -0.12 }))),
    s.strokes({ colours: ['#ef9a76'], count: 9, width: 4, length: [3, 5], radius: 23, flat: true }),
    scallion,
  ],
  508: [
    v.sandPlate,
    t.stamped(t.slab('#f0e2c0', '#c68438', 19, 15), t.heaped(6, 20), 1.1),
    s.bits('#a8542c', 12, 2.4, 22),
    s.bits(p.scallion, 8, 2.4),
  ],
  509: [
    v.basket,
    t.stamped(t.roll('#d08a34', 36, 9), () =>
      [0, 1, 2, 3].map((at) => ({ x: 50, y: 32 + at * 12, turn: at % 2 ? 0.14 : -0.1 })),
    ),
    t.stamped(t.leaf(p.herb), () => [{ x: 76, y: 72, turn: 1 }], 0.9),
  ],
  510: [
    v.sandPlate,
    t.stamped(t.dumpling('#e3b765'), t.ringed(3, 17, 0.7), 1.7),
    s.bits('#b9792e', 16, 3, 24),
    s.bits('#5f8a3a', 6, 2),
  ],
  511: [v.celadonPlate, t.stamped(t.dumpling('#f2dfb4'), t.rosette(9, 21), 1.05), s.bits(p.scallion, 5, 2.6)],
  512: [v.steamer(), t.stamped(t.bun('#fff4d2', '#f2a62a'), t.ringed(3, 17, 2.2), 1.4), s.bits('#f2a62a', 4, 3, 12)],
  513: [
    v.bowl('#b3301a'),
    t.stamped(t.wonton('#f7e8cc', '#d9a58a'), t.rosette(7, 21), 1.05),
    sesame,
    s.bits(p.garlic, 6, 2.8),
    scallion,
  ],
  601: [v.glass('#e0a02c'), d.foam()],
  602: [
    v.cup('#dcc25a'),
    t.stamped(t.flower('#fffdf4', '#f0d060'), t.heaped(6, 17), 1.5),
    t.stamped(t.leaf('#8fa84a'), t.heaped(3, 14), 0.6),
  ],
  603: [
    v.glass('#c9762c'),
    d.ice,
    t.stamped(
      t.citrus('#e8c52e', p.lemon),
      () => [
        { x: 62, y: 60, turn: 0.3 },
        { x: 41, y: 37, turn: 1 },
      ],
      1,
    ),
    d.straw(),
  ],
  604: [v.glass('#5c1a1c', '#8a6a45'), d.ice, t.stamped(t.flower('#f4c64a', '#e09a2a'), t.heaped(8, 20), 1.1)],
  605: [v.glass('#dcedf2', '#5f7f8f'), d.ice, d.fizz],
  606: [v.glass('#efbb3a', '#39634a'), d.foam('#fffdf6')],
  607: [v.bowl('#b5641c', '#3f5a6b'), c.puddle('#cc7d2c', 25, 0.6), s.bits('#f0c070', 5, 2.4, 24)],
  608: [v.cup('#7a2f14'), t.stamped(t.flower('#fbe9a0', '#e9b93a'), t.heaped(6, 17), 2), s.bits('#f7dd7c', 7, 2)],
  609: [v.glass('#f9f6ee', '#6b5138'), c.puddle('#fffefa', 20, 0.7), s.flakes('#e6dcc8', 6, 3, 16), d.straw()],
  610: [v.bowl('#f6ead0'), c.puddle('#fbf3df', 26, 0.8), s.bits('#fffaf0', 9, 2.6, 30)],
  701: [
    v.bowl('#f7c544'),
    c.puddle('#fad873', 24, 0.7),
    s.cubes([p.mango, '#f09a20'], 8, 9, 22),
    s.bits('#fff6dd', 26, 3, 30),
    s.flakes('#e98b7c', 12, 3.6, 22),
    t.stamped(t.leaf(p.mint), t.heaped(2, 6), 0.7),
  ],
  702: [v.bowl('#6b1f1f'), s.bits(['#8c3030', '#531414'], 40, 3.6, 32), s.balls(['#fffaf0', '#f9f1e2'], 6, 13, 19)],
  703: [
    v.blueBowl('#fdf4e0'),
    c.puddle('#fffaf0', 29, 0.7),
    s.balls(['#7a2424', '#8f3434'], 9, 4.4, 10),
    s.flakes('#efdfbc', 8, 1.6, 28),
  ],
  704: [
    v.bowl('#dba84a'),
    c.puddle('#e8bd62', 26, 0.7),
    c.pear,
    s.balls('#c2301c', 6, 5, 26),
    s.cubes(['#fff8e4'], 5, 5, 26),
  ],
  705: [v.bowl('#37302e'), c.puddle('#4a413e', 26, 0.8), d.swirl('#8a7d76'), s.bits(p.sesame, 12, 1.9, 26)],
  706: [
    v.bowl('#f2e6c4'),
    s.balls(['#fffdf6', '#fbf3e0'], 16, 7.4, 25),
    s.bits('#f6ecd4', 26, 2.4, 32),
    s.flakes('#e8b43a', 16, 2, 27),
    s.bits('#c2301c', 5, 3),
  ],
  707: [
    v.sandPlate,
    c.puddle('#e2a03a', 29, 0.5),
    s.chunks(['#e08a24', '#eda23c', '#cf7818'], 13, 12, 22),
    s.shreds('#fbe3a0', 12, 0.9, 28),
    s.bits(p.sesame, 10, 1.9),
  ],
  708: [
    v.plate(),
    t.stamped(t.slab('#fbf3e0', '#d9a24e', 26, 13), t.heaped(5, 19), 1.05),
    s.strokes({ colours: ['#5c2412'], count: 7, width: 4, length: [10, 18], radius: 22, bend: 0.3, flat: true }),
    s.bits('#d9b06a', 26, 1.8, 26),
  ],
}
