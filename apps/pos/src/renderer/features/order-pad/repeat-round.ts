import { THOUSANDTHS, type Names, type OptionId, type Quantity } from '@orderez/core/kernel'
import { chooseOptions, type Dish, type DishVersion } from '@orderez/core/menu'
import type { LineState } from '@orderez/core/orders'
import type { Menu } from '../../data/index.ts'
import { answersOf, isRequired, unanswered, type Answers } from './questions.ts'
import { setAnswers, setDishes, setQuestions, type SetDish } from './set-questions.ts'
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
  /** Of a set meal: what was taken in its parts. */
  readonly dishes?: readonly SetDish[]
}

/** A set meal that has to be asked for again, with what of it can still be had. */
export interface AskedAgain {
  readonly dish: Dish
  readonly answers: Answers
  readonly note: string
}

export interface RepeatedRound {
  readonly lines: readonly RepeatedLine[]
  /** One for each set meal of which a part is not to be had as it was. */
  readonly asks: readonly AskedAgain[]
  /** Left out: there is none of it now. */
  readonly soldOut: readonly Names[]
  /** Left out: it is not sold like that any more, or somebody has to say its price. */
  readonly changed: readonly Names[]
}

/** What a round becomes when it is ordered again: its standing units, by today's versions and prices. */
export function repeatRound(
  round: SlipRound,
  menu: Pick<Menu, 'dishes' | 'versions' | 'groups'>,
  isGone: (dish: Dish) => boolean,
): RepeatedRound {
  const lines: RepeatedLine[] = []
  const asks: AskedAgain[] = []
  const soldOut: Names[] = []
  const changed: Names[] = []
  const states = new Set(round.lines.flatMap(({ state }) => (state ? [state] : [])))
  for (const state of states) {
    const units = state.units.filter((unit) => !unit.voided).length
    // A dish of a set meal comes with the set.
    if (units === 0 || state.content.parent !== undefined) continue
    const dish = menu.dishes.get(state.content.dish)
    const again = dish && sameAgain(state, dish, menu.versions.get(dish.version))
    const set = again?.version.setMeal && setAgain(state, again.version, [...states], menu, isGone)
    if (!again) changed.push(state.content.names)
    else if (isGone(dish)) soldOut.push(dish.names)
    else if (set && !set.dishes) {
      const { answers } = set
      asks.push(...Array.from({ length: units }, () => ({ dish, answers, note: again.note })))
    } else lines.push({ ...again, ...(set?.dishes && { dishes: set.dishes }), quantity: units * THOUSANDTHS })
  }
  return { lines, asks, soldOut, changed }
}

/** The set as it was chosen; without `dishes` where something of it has to be asked. */
function setAgain(
  set: LineState,
  version: DishVersion,
  around: readonly LineState[],
  menu: Pick<Menu, 'dishes' | 'versions' | 'groups'>,
  isGone: (dish: Dish) => boolean,
): { readonly answers: Answers; readonly dishes?: readonly SetDish[] } {
  const taken = around.filter(({ content }) => content.parent === set.id)
  const parts = taken.map(({ content, options }) => ({ dish: content.dish, options }))
  const answers = new Map([...setAnswers(version, parts, menu, isGone), ...answersOf(set.options)])
  const questions = setQuestions(version, menu, isGone, answers).filter(isRequired)
  const dishes = setDishes(version, menu, answers)
  const whole = dishes.length === parts.length && dishes.every((each) => chooseOptions(each.version, each.choices).ok)
  return whole && unanswered(questions, answers) === null ? { answers, dishes } : { answers }
}

function sameAgain(
  { options, note, seat }: LineState,
  dish: Dish,
  version: DishVersion | undefined,
): Omit<RepeatedLine, 'quantity'> | null {
  if (!version || version.marketPrice || version.openItem) return null
  const choices = options.map(({ option }) => option)
  const weight = version.weighed ? { weight: 'later' as const } : {}
  return chooseOptions(version, choices).ok ? { dish, version, choices, note, seat, ...weight } : null
}
