import { THOUSANDTHS, type Names, type OptionId, type Quantity } from '@orderez/core/kernel'
import { chooseOptions, type Dish, type DishVersion } from '@orderez/core/menu'
import type { LineState } from '@orderez/core/orders'
import type { Menu } from '../../data/index.ts'
import type { SlipRound } from './slip-rounds.ts'

export interface RepeatedLine {
  readonly dish: Dish
  readonly version: DishVersion
  readonly choices: readonly OptionId[]
  readonly note: string
  readonly seat: number | null
  readonly quantity: Quantity
  /** What is weighed is weighed again. */
  readonly weight?: 'later'
}

export interface RepeatedRound {
  readonly lines: readonly RepeatedLine[]
  /** Left out: there is none of it now. */
  readonly soldOut: readonly Names[]
  /** Left out: it is not sold like that any more, or somebody has to say its price or its parts. */
  readonly changed: readonly Names[]
}

/** What a round becomes when it is ordered again: its standing units, by today's versions and prices. */
export function repeatRound(
  round: SlipRound,
  menu: Pick<Menu, 'dishes' | 'versions'>,
  isGone: (dish: Dish) => boolean,
): RepeatedRound {
  const lines: RepeatedLine[] = []
  const soldOut: Names[] = []
  const changed: Names[] = []
  const states = new Set(round.lines.flatMap(({ state }) => (state ? [state] : [])))
  for (const state of states) {
    const units = state.units.filter((unit) => !unit.voided).length
    // A dish of a set meal comes with the set.
    if (units === 0 || state.content.parent !== undefined) continue
    const dish = menu.dishes.get(state.content.dish)
    const again = dish && sameAgain(state, dish, menu.versions.get(dish.version))
    if (!again) changed.push(state.content.names)
    else if (isGone(dish)) soldOut.push(dish.names)
    else lines.push({ ...again, quantity: units * THOUSANDTHS })
  }
  return { lines, soldOut, changed }
}

function sameAgain(
  { options, note, seat }: LineState,
  dish: Dish,
  version: DishVersion | undefined,
): Omit<RepeatedLine, 'quantity'> | null {
  if (!version || version.marketPrice || version.openItem || version.setMeal) return null
  const choices = options.map(({ option }) => option)
  const weight = version.weighed ? { weight: 'later' as const } : {}
  return chooseOptions(version, choices).ok ? { dish, version, choices, note, seat, ...weight } : null
}
