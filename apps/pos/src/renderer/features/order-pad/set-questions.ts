import type { DishId, Money, OptionId, SetPartId } from '@orderez/core/kernel'
import type { Dish, DishVersion } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { answersOf, isRequired, optionQuestions, optionsAmong, type Answers, type Question } from './questions.ts'

/** A dish taken in a set meal, with what is said of it there. */
export interface SetDish {
  readonly dish: Dish
  readonly version: DishVersion
  readonly choices: readonly OptionId[]
  /** What the set adds for it. */
  readonly extra: Money
}

type SetMenu = Pick<Menu, 'dishes' | 'versions' | 'groups'>

/** A set meal part by part; a dish that was chosen asks its own required choices after the parts. */
export function setQuestions(
  version: Pick<DishVersion, 'setMeal'>,
  menu: SetMenu,
  isGone: (dish: Dish) => boolean,
  answers: Answers,
): readonly Question[] {
  const parts = (version.setMeal ?? []).map((part): Question => {
    const offered = part.choices.flatMap(({ dish: id, extra }) => {
      const dish = menu.dishes.get(id)
      return dish && menu.versions.has(dish.version) ? [{ dish, extra }] : []
    })
    return {
      id: part.id,
      names: part.names,
      min: part.min,
      max: part.max,
      wholePriceFrom: null,
      answers: offered.map(({ dish, extra }) => ({
        id: dish.id,
        names: dish.names,
        extra,
        soldOut: isGone(dish),
        // Where there is nothing to choose, nobody is asked.
        usual: offered.length <= part.min,
      })),
    }
  })
  const further = setDishes(version, menu, answers).flatMap(({ dish, version: sold, scope }) =>
    optionQuestions(sold, menu.groups, scope)
      .filter(isRequired)
      .map((question) => ({
        ...question,
        names: {
          zh: `${dish.names.zh} · ${question.names.zh}`,
          en: `${dish.names.en} · ${question.names.en}`,
        },
      })),
  )
  return [...parts, ...further]
}

/** The dishes among the answers, in the order of the parts. */
export function setDishes(
  version: Pick<DishVersion, 'setMeal'>,
  menu: SetMenu,
  answers: Answers,
): readonly (SetDish & { readonly scope: string })[] {
  return (version.setMeal ?? []).flatMap((part) =>
    part.choices.flatMap(({ dish: id, extra }) => {
      const dish = menu.dishes.get(id)
      const sold = dish && menu.versions.get(dish.version)
      if (!dish || !sold || !answers.get(part.id)?.includes(id)) return []
      const scope = scopeOf(part.id, id)
      return [{ dish, version: sold, choices: optionsAmong(sold, answers, scope), extra, scope }]
    }),
  )
}

/** The answers that the lines of a set's dishes are: each in the first part that offers it and has room. What cannot be had again is not among them. */
export function setAnswers(
  version: Pick<DishVersion, 'setMeal'>,
  dishes: readonly { readonly dish: DishId; readonly options: Parameters<typeof answersOf>[0] }[],
  menu: Pick<SetMenu, 'dishes'>,
  isGone: (dish: Dish) => boolean,
): Answers {
  const answers = new Map<string, readonly string[]>()
  for (const { dish: id, options } of dishes) {
    const dish = menu.dishes.get(id)
    const part = version.setMeal?.find((one) => {
      const taken = answers.get(one.id) ?? []
      return taken.length < one.max && !taken.includes(id) && one.choices.some((choice) => choice.dish === id)
    })
    if (!dish || !part || isGone(dish)) continue
    answers.set(part.id, [...(answers.get(part.id) ?? []), id])
    for (const [group, chosen] of answersOf(options, scopeOf(part.id, id))) answers.set(group, chosen)
  }
  return answers
}

/** The same dish may stand in two parts and be had in two ways. */
function scopeOf(part: SetPartId, dish: DishId): string {
  return `${part} ${dish} `
}
