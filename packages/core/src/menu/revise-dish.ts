import type { LineTax } from '../pricing/index.ts'
import { dishVersionOf, type DishVersion } from './dish-version.ts'
import type { Dish } from './dish.ts'
import type { OptionGroup } from './option-group.ts'

export interface RevisedDish {
  /** To be written first, so that whoever sees the dish can find it. */
  readonly version: DishVersion
  readonly dish: Dish
}

/** A dish as an editor left it, with the version that it sells from now on. The same content keeps its version. */
export function reviseDish(fields: Omit<Dish, 'version'>, groups: readonly OptionGroup[], tax: LineTax): RevisedDish {
  const version = dishVersionOf(fields, groups, tax)
  return { version, dish: { ...fields, version: version.id } }
}
