import * as d from './drinks.ts'
import * as c from './centres.ts'
import type { Recipe } from './draw-dish.ts'
import { PANTRY as p } from './pantry.ts'
import * as t from './stamps.ts'
import * as s from './strokes.ts'
import * as v from './vessels.ts'

const mintLeaves = t.stamped(t.leaf(p.mint), t.heaped(3, 9), 0.8)
const limeSlices = t.stamped(
  t.citrus('#5f9a34', '#b9d96a'),
  () => [
    { x: 40, y: 42, turn: 0.2 },
    { x: 60, y: 60, turn: 1 },
  ],
  0.95,
)
const at =
  (x: number, y: number, turn = 0.4) =>
  () => [{ x, y, turn }]

/** Pictures of the café-bar: coffee, tea, juice, cocktails, pastry and snacks, by number. */
export const CAFE_BAR_RECIPES: Readonly<Record<string, Recipe>> = {
  C01: [v.cup('#4a2412', '#f4f0ea'), c.puddle('#b5763a', 22, 0.9), c.puddle('#8a4d22', 12, 0.7)],
  C02: [v.cup('#2e1810', '#e9e4de'), c.puddle('#4a2a1a', 20, 0.6), s.bits('#c98f52', 9, 2, 22)],
  C03: [v.cup('#a9692f'), d.fern('#fff3de')],
  C04: [v.cup('#b9793c'), d.creamTop('#fff6e4'), s.bits('#6b3a1c', 22, 1.5, 16)],
  C05: [v.cup('#9c5a28', '#cfe0d2'), d.heart('#fff3de')],
  C06: [
    v.cup('#5c3018'),
    d.creamTop('#fff3e0'),
    s.strokes({ colours: ['#4a2412'], count: 6, width: 2.2, length: [8, 14], radius: 16, bend: 0.3, flat: true }),
  ],
  C07: [v.cup('#b57a38', '#e6d6bd'), d.heart('#fff6e0'), s.flakes('#f0b93a', 14, 2, 20)],
  C08: [v.cup('#b98a52', '#e3ddd3'), d.fern('#fff0d4'), s.flakes('#e2c48c', 8, 2.6, 20)],
  C09: [v.glass('#3a1c10', '#b98a57'), c.puddle('#5c3018', 18, 0.55), s.bits('#a86a38', 7, 1.8, 22)],
  C10: [v.glass('#2a140c', '#5b5654'), d.ice],
  C11: [v.glass('#b5793e', '#7f9a8a'), d.clouds('#fffaf0'), d.ice, d.straw()],
  C12: [
    v.cup('#5a2c18', '#c9a07a'),
    t.stamped(t.slab('#fffdf8', '#f0e2d4', 10, 9), t.heaped(5, 13), 1),
    s.bits('#3a1a0e', 12, 1.6, 20),
  ],
  T01: [v.glass('#d0a06c'), d.clouds('#e9cfa6'), s.balls(['#2e1a14', '#46291e'], 13, 6.4, 21), d.straw('#5e1f42')],
  T02: [
    v.glass('#dfe3b4', '#7f9a6a'),
    d.clouds('#f7f4dc'),
    t.stamped(t.flower('#fffdf4', '#f0d060'), t.heaped(4, 14), 1.4),
    d.straw(),
  ],
  T03: [v.cup('#c98a54', '#f3e2cf'), d.swirl('#dba878')],
  T04: [v.glass('#7a5a9a', '#c9b6d6'), d.creamTop('#fff8ea'), s.balls(['#5f3f86', '#7a5a9a'], 8, 7, 23)],
  T05: [
    v.glass('#e9c23c', '#6f9a3d'),
    d.ice,
    s.balls(['#2e2a1a'], 16, 2.8, 22),
    t.stamped(t.citrus('#7a3f6b', '#f0b42c'), at(61, 60), 1.05),
    d.straw(),
  ],
  T06: [
    v.glass('#e08a5c'),
    d.ice,
    t.stamped(
      t.citrus('#ee8a4a', '#ef6f5c'),
      () => [
        { x: 41, y: 42, turn: 0.3 },
        { x: 61, y: 60, turn: 1.1 },
      ],
      1.15,
    ),
    d.straw(),
  ],
  T07: [v.glass('#8fae4b', '#5d4a3a'), d.clouds('#fbf8ea'), d.straw()],
  T08: [v.cup('#b5521c', '#dfe6f0'), t.stamped(t.citrus('#e8c52e', p.lemon), at(56, 55), 1.05)],
  T09: [
    v.glass('#efb07c'),
    d.ice,
    s.slices(['#f6a37c', '#f9bd9a'], 6, 9, 18),
    t.stamped(t.leaf(p.mint), at(44, 42), 0.9),
    d.straw(),
  ],
  T10: [v.cup('#8f3c16', '#d9c4a4'), s.chunks(['#8e1f14', '#a5301c'], 5, 8, 15), s.strips(p.ginger, 5, 3.6, 15)],
  J01: [
    v.glass('#f6a324', '#6f9a5a'),
    c.puddle('#fbbd4a', 20, 0.6),
    t.stamped(t.citrus('#ee8a1c', '#f9b84a'), at(60, 59), 1.25),
    d.straw(),
  ],
  J02: [
    v.glass('#e5484a', '#4f8a4a'),
    c.puddle('#ef6a66', 20, 0.6),
    s.bits('#2e1a18', 7, 2.4, 20),
    s.flakes('#f7a39a', 9, 3, 20),
    d.straw(),
  ],
  J03: [
    v.glass('#f9b934', '#c98a3a'),
    d.creamTop('#fbd06a'),
    s.cubes(['#f09a20', p.mango], 5, 7, 12),
    t.stamped(t.leaf(p.mint), at(58, 41), 0.8),
  ],
  J04: [
    v.glass('#f3eca0', '#5f7f8f'),
    d.fizz,
    d.ice,
    t.stamped(t.citrus('#e8c52e', p.lemon), at(60, 60), 1.15),
    d.straw(),
  ],
  J05: [v.glass('#dceee0', '#4f7f6a'), d.fizz, d.ice, mintLeaves, d.straw()],
  J06: [
    v.glass('#e3efbf', '#6b8a5a'),
    d.fizz,
    limeSlices,
    t.stamped(t.flower('#fffdf4', '#f0e090'), t.heaped(7, 20), 1.2),
  ],
  J07: [
    v.glass('#ee8a30', '#a85a3a'),
    c.puddle('#f4a04c', 20, 0.6),
    t.stamped(t.disc('#c9302c', '#fbf3d6', '#6b3a1c'), at(42, 43), 1.15),
    s.strips('#f07820', 4, 4, 16),
    d.straw(),
  ],
  J08: [
    v.glass('#f4a3b0', '#b5667a'),
    d.creamTop('#fbd3d9'),
    s.chunks([p.strawberry, '#e8586a'], 4, 9, 10),
    t.stamped(t.leaf(p.mint), at(56, 40), 0.75),
  ],
  J09: [
    v.glass('#3a1a10', '#a52a22'),
    d.fizz,
    d.ice,
    t.stamped(t.citrus('#e8c52e', p.lemon), at(63, 61), 0.85),
    d.straw('#c2301c'),
  ],
  K01: [v.glass('#e3f0ee', '#3c4a52'), d.fizz, d.ice, limeSlices, s.balls('#3f3a6b', 4, 4, 18)],
  K02: [v.glass('#d3e6b0', '#54443c'), d.ice, limeSlices, mintLeaves, d.straw()],
  K03: [d.wine('#efc04a'), c.puddle('#fff3d2', 24, 0.95), s.flakes('#e09a1c', 14, 2, 18)],
  K04: [
    v.glass('#a8501c', '#3c3433'),
    d.ice,
    t.stamped(t.citrus('#e8c52e', p.lemon), at(61, 60), 1),
    d.straw('#2e2623'),
  ],
  K05: [
    v.glass('#b5281c', '#33302f', 31),
    t.stamped(t.slab('#f4c9b8', '#e2a894', 22, 22), at(48, 52, 0.3), 1),
    t.stamped(t.citrus('#ee8a1c', '#f59a3c'), at(64, 40), 0.8),
  ],
  K06: [
    v.glass('#f6a324', '#4a3a4f'),
    d.layered(['#f6a324', '#ee7a2c', '#dc4a34'], 28),
    d.ice,
    t.stamped(t.citrus('#ee8a1c', '#f9b84a'), at(64, 62), 0.85),
    s.balls('#a3121f', 1, 8, 2),
  ],
  K07: [
    d.wine('#d6e27a'),
    s.strokes({ colours: ['#fffdf8'], count: 30, width: 3, length: [2, 3], radius: 37, around: 0, flat: true }),
    t.stamped(t.citrus('#5f9a34', '#b9d96a'), at(60, 60), 1),
    s.bits(['#8e2a1c', '#b53a24'], 9, 3, 18),
  ],
  K08: [d.wine('#7a1228'), c.puddle('#96203a', 18, 0.5)],
  K09: [d.wine('#efe08c'), c.puddle('#f7efb4', 18, 0.6)],
  K10: [
    v.glass('#b5486a', '#4a3a42'),
    d.ice,
    s.balls(['#7a1f3f', '#952c50'], 3, 12, 12),
    t.stamped(t.leaf(p.mint), at(62, 42), 0.8),
  ],
  P01: [v.plate(), c.croissant('#dd9a46')],
  P02: [v.sandPlate, c.croissant('#c98338'), c.drizzle('#3a1c10')],
  P03: [v.bluePlate, c.cakeSlice('#8a4a20', '#f6dc8c', '#f0c45a')],
  P04: [
    v.plate(),
    t.stamped(t.slab('#6b3a1e', '#f4e3c4', 46, 38), at(50, 50, -0.12)),
    s.bits(['#4a2412', '#7d4a28'], 50, 2, 19),
    t.stamped(t.leaf(p.mint), at(64, 37), 0.9),
  ],
  P05: [v.celadonPlate, c.cakeSlice('#7d9c3c', '#dbe3a0', '#8fae4b'), s.bits('#5f7d2a', 14, 1.8, 12)],
  P06: [
    v.plate(),
    c.tart('#d69a4d', '#f6d23c'),
    t.stamped(t.citrus('#e8c52e', p.lemon), at(56, 55), 0.9),
    t.stamped(t.leaf(p.mint), at(42, 44), 0.7),
  ],
  P07: [v.sandPlate, c.muffin('#d9a04e'), s.balls([p.berry, '#35346b'], 9, 7, 17)],
  P08: [v.plate(), c.cinnamonRoll],
  P09: [v.stonePlate, c.brownies],
  P10: [v.bluePlate, c.tart('#dba45a', '#f7c63c', 26), s.bits('#8a4a14', 7, 4.4, 13), s.bits('#c9781c', 7, 3, 15)],
  F01: [
    v.basket,
    s.strokes({
      colours: ['#f0bd4a', '#f7d06c', '#e3a632'],
      count: 26,
      width: 5.4,
      length: [20, 30],
      radius: 20,
      cut: true,
    }),
    s.bits('#fffdf4', 14, 1.3, 22),
  ],
  F02: [
    v.basket,
    s.chunks(['#cf8328', '#dd9838', '#bd701c'], 14, 13, 24),
    s.flakes('#f0bd6a', 26, 1.8, 26),
    t.stamped(t.leaf(p.herb), at(73, 72), 0.9),
  ],
  F03: [
    v.basket,
    t.stamped(
      '<circle cx=".5" cy="1.400" r="8.500" fill="none" stroke="#6b3a10" stroke-width="6"/><circle r="8.500" fill="none" stroke="#d9942f" stroke-width="5.600"/><path d="M-7-5A8.600 8.600 0 0 1 3-8" fill="none" stroke="#f4cb7a" stroke-width="1.800" stroke-linecap="round"/>',
      t.rosette(8, 20),
      1.1,
    ),
  ],
  F04: [
    v.bowl('#e9eed2'),
    s.strokes({
      colours: ['#7fb04a', '#9cc567', '#5f9a3d'],
      count: 22,
      width: 14,
      length: [5, 10],
      radius: 27,
      bend: 0.5,
    }),
    s.cubes(['#d9a04e', '#e6b768'], 8, 7, 23),
    s.strips('#fff6de', 7, 4.6, 22),
    t.stamped(t.egg, t.ringed(2, 15), 0.75),
  ],
  F05: [
    v.plate(),
    c.sandwich,
    s.strokes({ colours: ['#f0bd4a', '#e3a632'], count: 6, width: 4, length: [10, 14], radius: 9, cut: true }),
  ],
  F06: [
    v.celadonPlate,
    c.toast('#9cbf5a'),
    s.slices(['#86ad48', '#b3d073'], 8, 7, 15),
    s.bits(p.chilli, 8, 2, 18),
    c.friedEgg(50, 54),
  ],
  F07: [c.pizza, t.stamped(t.leaf('#3f8a3a'), t.heaped(6, 24), 0.95)],
  F08: [
    v.board(),
    t.stamped(t.slab('#f8e3a0', '#e2b84e', 26, 20), at(32, 34, 0.3)),
    t.stamped(
      '<path d="M-14 10L14 4 4-12Z" fill="#8a5a1c" opacity=".4" transform="translate(1 2)"/><path d="M-14 10L14 4 4-12Z" fill="#f2c14e"/><path d="M-4 4h0M5 0h0M2-5h0" stroke="#d09a2c" stroke-width="4" stroke-linecap="round"/>',
      at(66, 34),
    ),
    t.stamped(
      '<circle cx="1" cy="2" r="13" fill="#3a2416" opacity=".35"/><circle r="13" fill="#f7f1e4"/><path d="M0 0L12-5A13 13 0 0 1 12 5Z" fill="#f4dc8c"/>',
      at(34, 68),
    ),
    t.stamped('<circle r="4.600" fill="#6b4a8f"/><circle cx="-1.500" cy="-1.600" r="1.300" fill="#b9a0d3"/>', () =>
      [
        [62, 62],
        [70, 60],
        [66, 69],
        [74, 68],
        [70, 76],
        [62, 74],
      ].map(([x = 0, y = 0]) => ({ x, y, turn: 0 })),
    ),
    t.stamped(
      '<path d="M-4 0Q-3-5 1-4 5-3 4 1 2 5-2 4-4 3-4 0Z" fill="#a86a38"/><path d="M-2-2q2 2 1 5" fill="none" stroke="#6b3f1c" stroke-width="1"/>',
      () =>
        [
          [52, 50],
          [50, 62],
          [48, 80],
        ].map(([x = 0, y = 0]) => ({ x, y, turn: x })),
    ),
  ],
  F09: [v.stonePlate, t.stamped(t.pod('#6fa53c'), t.heaped(11, 25), 1.05), s.bits('#fffdf4', 22, 1.6, 26)],
  F10: [
    v.plate(),
    c.noodles('#f0cd7c', 27),
    c.puddle('#c9381c', 15, 0.92),
    s.slices([p.tomato, '#e8674a'], 5, 7, 10),
    t.stamped(t.leaf('#3f8a3a'), t.ringed(3, 7), 0.8),
    s.bits('#fff6de', 12, 1.8, 20),
  ],
}
