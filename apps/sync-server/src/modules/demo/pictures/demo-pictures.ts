import { drawDish, type Recipe } from './draw-dish.ts'
import { CAFE_BAR_RECIPES } from './recipes-cafe-bar.ts'
import { COLD_AND_SOUP_RECIPES } from './recipes-cold-soup.ts'
import { GRILL_AND_SEAFOOD_RECIPES } from './recipes-grill-seafood.ts'
import { HOT_RECIPES } from './recipes-hot.ts'
import { STAPLE_RECIPES } from './recipes-staples.ts'
import { VEGETABLE_AND_POT_RECIPES } from './recipes-vegetables-pots.ts'

const RECIPES: Readonly<Record<string, Recipe>> = {
  ...COLD_AND_SOUP_RECIPES,
  ...HOT_RECIPES,
  ...VEGETABLE_AND_POT_RECIPES,
  ...GRILL_AND_SEAFOOD_RECIPES,
  ...STAPLE_RECIPES,
  ...CAFE_BAR_RECIPES,
}

/** The demo's drawings by the number of their dish, as SVG texts. */
export function demoDrawings(): ReadonlyMap<string, string> {
  return new Map(Object.entries(RECIPES).map(([number, recipe]) => [number, drawDish(number, recipe)]))
}
