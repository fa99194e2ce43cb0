import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dish, DishVersion } from '@orderez/core/menu'
import type { Menu } from '../../data/index.ts'
import { useCan } from '../../state/index.ts'
import type { Weight } from './cart-lines.ts'
import { ChoiceSheet } from './choice-sheet.tsx'
import type { DishRequest } from './line-of-dish.ts'
import { PriceSheet, type SaidPrice } from './price-sheet.tsx'
import { optionQuestions, optionsAmong, type Answers } from './questions.ts'
import { setDishes, setQuestions } from './set-questions.ts'
import { WeightSheet } from './weight-sheet.tsx'

interface AskDishProps {
  readonly dish: Dish
  readonly version: DishVersion
  readonly menu: Menu
  readonly isGone: (dish: Dish) => boolean
  /** What was said of it before; nothing is added without an OK then. */
  readonly before?: { readonly answers: Answers; readonly note: string } | undefined
  readonly onAdd: (asked: DishRequest) => void
  readonly onClose: () => void
}

/** Whether anything has to be said about a dish before it is a line; a plain one is one tap. */
export function asksAnything(version: DishVersion): boolean {
  return asksPrice(version) || version.weighed || version.optionGroups.length > 0 || version.setMeal !== undefined
}

function asksPrice({ marketPrice, openItem }: DishVersion): boolean {
  return marketPrice || openItem === true
}

/** What a dish asks before it is a line, one sheet after the other. */
export function AskDish({ dish, version, menu, isGone, before, onAdd, onClose }: AskDishProps) {
  const { t } = useTranslation()
  const can = useCan()
  const [said, setSaid] = useState<SaidPrice>()
  const [weight, setWeight] = useState<Weight>()
  const plain: DishRequest = {
    dish,
    version,
    choices: [],
    note: '',
    ...said,
    ...(weight === undefined ? {} : { weight }),
  }
  const chooses = version.optionGroups.length > 0 || version.setMeal !== undefined
  const price = said?.price ?? version.price
  if (asksPrice(version) && said === undefined)
    return (
      <PriceSheet
        names={dish.names}
        doneLabel={t('order.add')}
        asksName={version.openItem === true}
        mayPrice={version.openItem !== true || can('price.override')}
        onClose={onClose}
        onDone={(now) => (chooses || version.weighed ? setSaid(now) : onAdd({ ...plain, ...now }))}
        laterToo
      />
    )
  if (version.weighed && weight === undefined)
    return (
      <WeightSheet
        names={version.names}
        unit={version.unit}
        price={price}
        doneLabel={t('order.add')}
        onClose={onClose}
        onWeight={(said) => (chooses ? setWeight(said) : onAdd({ ...plain, weight: said }))}
        laterToo
      />
    )
  return (
    <ChoiceSheet
      names={version.names}
      price={price}
      questionsOf={(answers) => [
        ...setQuestions(version, menu, isGone, answers),
        ...optionQuestions(version, menu.groups),
      ]}
      {...(before && { before })}
      onClose={onClose}
      onDone={(answers, note) =>
        onAdd({
          ...plain,
          choices: optionsAmong(version, answers),
          note,
          dishes: setDishes(version, menu, answers),
        })
      }
    />
  )
}
