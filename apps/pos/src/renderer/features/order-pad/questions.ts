import type { Money, Names, OptionGroupId, OptionId } from '@orderez/core/kernel'
import type { DishVersion, OptionGroup } from '@orderez/core/menu'

/** One thing that may be answered to a question: an option, or a dish of a set meal. */
export interface Answer {
  readonly id: string
  readonly names: Names
  /** Added to the price when it is chosen. */
  readonly extra: Money
  readonly soldOut: boolean
  /** Taken unless somebody says otherwise. */
  readonly usual: boolean
}

/** What is asked before a dish is a line: at least `min` and at most `max` of its answers, each once. */
export interface Question {
  readonly id: string
  readonly names: Names
  readonly min: number
  readonly max: number
  /** Sizes are shown with their whole price; null where an answer only adds to it. */
  readonly wholePriceFrom: Money | null
  readonly answers: readonly Answer[]
}

/** The ids of the answers to each question. */
export type Answers = ReadonlyMap<string, readonly string[]>

/** Takes or gives back one answer. Where one is asked for, the new one replaces the old; where no more fit, the oldest goes. */
export function withAnswer(answers: Answers, question: Pick<Question, 'id' | 'max'>, answer: string): Answers {
  const taken = answers.get(question.id) ?? []
  const next = taken.includes(answer)
    ? taken.filter((each) => each !== answer)
    : [...taken, answer].slice(-question.max)
  return new Map(answers).set(question.id, next)
}

export function isRequired({ min }: Pick<Question, 'min'>): boolean {
  return min > 0
}

/** The first question that has to be answered and is not. */
export function unanswered(questions: readonly Question[], answers: Answers): Question | null {
  return questions.find(({ id, min }) => (answers.get(id)?.length ?? 0) < min) ?? null
}

export function isFull({ id, max }: Pick<Question, 'id' | 'max'>, answers: Answers): boolean {
  return (answers.get(id)?.length ?? 0) >= max
}

/** What is taken before anybody taps: the usual answers that are to be had, as many as fit. */
export function usualAnswers(questions: readonly Question[]): Answers {
  return new Map(
    questions.map(({ id, max, answers }) => [
      id,
      answers
        .filter(({ usual, soldOut }) => usual && !soldOut)
        .slice(0, max)
        .map((answer) => answer.id),
    ]),
  )
}

/** What the answers add to the price. */
export function extraOf(questions: readonly Question[], answers: Answers): Money {
  return questions
    .flatMap(({ id, answers: offered }) => offered.filter((answer) => answers.get(id)?.includes(answer.id)))
    .reduce((sum, { extra }) => sum + extra, 0)
}

/** The choices of a dish as questions. `scope` tells those of several dishes of one set meal apart. */
export function optionQuestions(
  version: Pick<DishVersion, 'price' | 'optionGroups'>,
  groups: ReadonlyMap<OptionGroupId, OptionGroup>,
  scope = '',
): readonly Question[] {
  return version.optionGroups.map(({ id, names, min, max, options }) => {
    const group = groups.get(id)
    return {
      id: scope + id,
      names,
      min,
      max,
      wholePriceFrom: group?.variant === true && scope === '' ? version.price : null,
      answers: options.map((option) => {
        const now = group?.options.find((each) => each.id === option.id)
        return {
          id: option.id,
          names: option.names,
          extra: option.price,
          soldOut: now?.soldOut === true,
          usual: now?.default === true,
        }
      }),
    }
  })
}

/** The options among the answers that belong to a dish. */
export function optionsAmong(
  version: Pick<DishVersion, 'optionGroups'>,
  answers: Answers,
  scope = '',
): readonly OptionId[] {
  return version.optionGroups.flatMap(({ id, options }) =>
    options.map((option) => option.id).filter((option) => answers.get(scope + id)?.includes(option)),
  )
}

/** The answers that a line's options are. */
export function answersOf(
  options: readonly { readonly group: OptionGroupId; readonly option: OptionId }[],
  scope = '',
): Answers {
  const byGroup = Map.groupBy(options, ({ group }) => group)
  return new Map([...byGroup].map(([group, chosen]) => [scope + group, chosen.map(({ option }) => option)]))
}
