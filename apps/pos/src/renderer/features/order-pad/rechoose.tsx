import type { Menu } from '../../data/index.ts'
import type { UnsentLine } from './cart-lines.ts'
import { ChoiceSheet } from './choice-sheet.tsx'
import { answersOf, optionQuestions, optionsAmong } from './questions.ts'
import { setAnswers, setDishes, setQuestions } from './set-questions.ts'
import { useAvailability } from './use-availability.ts'
import type { useCart } from './use-cart.ts'

interface RechooseProps {
  readonly line: UnsentLine
  /** Of a set meal. */
  readonly dishes: readonly UnsentLine[]
  readonly cart: ReturnType<typeof useCart>
  readonly menu: Menu
  readonly onClose: () => void
}

/** Whether the version that the line sells is here and asks for anything. */
export function canChoose(line: UnsentLine['line'], menu: Menu): boolean {
  const version = menu.versions.get(line.version)
  return menu.dishes.has(line.dish) && version !== undefined && (version.optionGroups.length > 0 || !!version.setMeal)
}

/** Other choices for a line that is not sent yet, or other dishes in a set meal: it becomes another line with as many units. */
export function Rechoose({ line: unsent, dishes, cart, menu, onClose }: RechooseProps) {
  const { isGone } = useAvailability(menu)
  const { line } = unsent
  const dish = menu.dishes.get(line.dish)
  const version = menu.versions.get(line.version)
  if (!dish || !version) return null
  const taken = setAnswers(
    version,
    dishes.map((each) => each.line),
    menu,
    isGone,
  )
  return (
    <ChoiceSheet
      names={line.names}
      price={line.price.base}
      questionsOf={(answers) => [
        ...setQuestions(version, menu, isGone, answers),
        ...optionQuestions(version, menu.groups),
      ]}
      before={{ answers: new Map([...taken, ...answersOf(line.options)]), note: line.note ?? '' }}
      onClose={onClose}
      onDone={(answers, note) => {
        cart.swap(unsent, {
          dish,
          version,
          choices: optionsAmong(version, answers),
          note,
          dishes: setDishes(version, menu, answers),
          fire: line.fire,
          seat: line.seat ?? null,
          course: line.course ?? null,
          ...(version.marketPrice && !line.price.pending ? { price: line.price.base } : {}),
          ...(line.weighLater ? { weight: 'later' as const } : {}),
        })
        onClose()
      }}
    />
  )
}
