import * as c from './centres.ts'
import type { Recipe } from './draw-dish.ts'
import { PANTRY as p } from './pantry.ts'
import * as t from './stamps.ts'
import * as s from './strokes.ts'
import * as v from './vessels.ts'

const cumin = s.flakes(['#d9a64a', p.chilli], 22, 1.8, 30)
const lemonHalf = t.stamped(t.citrus('#e8c52e', p.lemon), () => [{ x: 72, y: 70, turn: 0.4 }], 0.9)

/** Three skewers side by side. */
const threeSkewers = (first: string, second: string) =>
  t.stamped(t.skewer(first, second), () => [
    { x: 50, y: 30, turn: 0.06 },
    { x: 49, y: 50, turn: -0.05 },
    { x: 51, y: 70, turn: 0.04 },
  ])

/** Pictures of the grill and of what comes from the water, by number. */
export const GRILL_AND_SEAFOOD_RECIPES: Readonly<Record<string, Recipe>> = {
  801: [v.slate, threeSkewers('#8f4a28', '#7a3a20'), cumin],
  802: [
    v.slate,
    t.stamped(t.wing('#b9642a'), t.heaped(6, 24), 1.3),
    s.bits(p.sesame, 16, 1.9, 28),
    s.flakes(p.herb, 6),
  ],
  803: [
    v.slate,
    c.openedHalves(p.aubergine, '#c9a05a'),
    s.bits(p.garlic, 18, 3, 24),
    s.bits(p.chilli, 9, 2.8, 22),
    s.bits(p.scallion, 8, 2.8, 24),
  ],
  804: [
    v.slate,
    s.strokes({
      colours: ['#4f7f34', '#6b9a45', '#3c6a2c'],
      count: 22,
      width: 3.6,
      length: [44, 58],
      radius: 6,
      bend: 0.04,
    }),
    cumin,
  ],
  805: [
    v.slate,
    t.stamped(t.shell('#8d8378', '#e9d9bd', '#a9792e'), t.rosette(6, 23), 1.15),
    s.bits(p.garlic, 14, 2.6, 26),
    s.bits(p.scallion, 9, 2.6, 26),
  ],
  806: [
    v.slate,
    s.wreath(['#c97a4c', '#e8b48e'], 12, 12, 22),
    s.strips(['#b3663a', '#efc29c'], 5, 9, 9),
    cumin,
    s.flakes(p.herb, 6),
  ],
  807: [
    v.bluePlate,
    s.wreath(['#a8321c', '#c04a24'], 12, 12, 22),
    s.chunks('#b53d20', 4, 12, 8),
    s.flakes('#f0c08a', 10, 1.5, 26),
    s.bits(p.sesame, 8, 1.8),
  ],
  808: [v.celadonPlate, c.roastBird('#a4481c'), s.bits('#f3d9a0', 6, 2, 22), lemonHalf],
  809: [
    v.board(),
    t.stamped(t.rib('#8a4526'), t.ringed(5, 22), 1.2),
    t.stamped(t.rib('#9a5230'), t.heaped(1, 4), 1.2),
    cumin,
    s.flakes(p.herb, 9),
  ],
  810: [v.slate, c.cob(-8, -11), c.cob(-8, 12), s.bits(p.chilli, 8, 2, 26), s.bits(p.scallion, 6, 2.2)],
  811: [v.basket, t.stamped(t.slab('#f0d59a', '#c68438', 22, 17), t.heaped(6, 22), 1), cumin],
  812: [
    v.slate,
    s.slices(['#9a5a48', '#b8735c'], 14, 13, 25),
    s.flakes('#e0a58c', 14, 1.6, 27),
    s.bits(p.scallion, 9),
    lemonHalf,
  ],
  281: [
    v.oval,
    c.puddle('#8a5a24', 26, 0.35),
    c.fish('#9b7b66', '#d8c2ac'),
    s.shreds([p.scallion, '#a3c46a'], 16, 2.2, 17),
    s.shreds(p.chilli, 5, 2, 15),
  ],
  282: [
    v.bluePlate,
    t.stamped(t.prawn(p.prawn), t.ringed(8, 23), 1.15),
    t.stamped(t.prawn(p.prawn), t.heaped(3, 10), 1.1),
    s.flakes(p.herb, 4),
  ],
  283: [
    v.sandPlate,
    c.crab('#cf4a22'),
    s.strips([p.ginger, '#f5e2a8'], 8, 4, 26),
    s.stems([p.scallion, '#8fb45c'], 7, 3.4, 25),
  ],
  284: [v.steamer(), c.crab('#dd6a2c'), s.flakes(p.herb, 5, 2.8, 30)],
  285: [
    v.bluePlate,
    t.stamped(t.shell('#d9a58a', '#fbf1dc', '#e9cf8f'), t.rosette(6, 23), 1.15),
    s.shreds('#f1e7cd', 16, 1.6, 24),
    s.bits(p.garlic, 14, 2.6, 26),
    s.bits(p.chilli, 8, 2.4),
    s.bits(p.scallion, 8, 2.4),
  ],
  286: [
    v.sandPlate,
    t.stamped(t.prawn('#c98a62'), t.heaped(9, 24), 1.2),
    s.bits(p.chilli, 9, 2.8),
    s.bits(p.scallion, 9, 2.8),
    s.bits('#fff6de', 14, 1.6),
  ],
  287: [
    v.plate(),
    c.puddle('#a8441c', 34, 0.55),
    c.fishHead('#9c8a7c', '#e0d2be'),
    s.flakes([p.chilli, '#dc4a2a', '#a3201a'], 54, 4, 23),
    s.bits(p.scallion, 10, 2.6, 24),
  ],
  288: [
    v.bowl('#dcb840'),
    s.slices([p.fish, '#fbf4e8'], 13, 13, 24),
    s.strips(['#8c9a3a', '#a9b457'], 8, 6, 27),
    s.bits(p.dried, 7, 4),
    s.bits(p.scallion, 7),
  ],
  289: [
    v.sandPlate,
    c.puddle('#8a4a20', 28, 0.6),
    t.stamped(t.slab('#c9a98a', '#9a6a44', 20, 11), t.heaped(7, 22), 1.05),
    s.shreds(p.scallion, 8, 2.2, 20),
    s.bits(p.chilli, 5),
  ],
  290: [
    v.bluePlate,
    t.stamped(t.clam('#d9bd94'), t.heaped(13, 26), 0.95),
    s.strips(p.chilli, 7, 3.4, 25),
    s.stems(p.scallion, 4, 3, 20),
  ],
  291: [
    v.oval,
    c.puddle('#8a5a24', 26, 0.3),
    c.fish('#7d93a3', '#cfd9dd'),
    s.shreds([p.scallion, p.ginger], 15, 2.2, 18),
    s.flakes(p.herb, 5),
  ],
}
