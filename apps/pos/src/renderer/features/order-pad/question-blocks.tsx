import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { Answer, Answers, Question } from './questions.ts'

interface QuestionProps {
  readonly question: Question
  readonly answers: Answers
  readonly onAnswer: (answer: string) => void
}

/** The question that has to be answered now: tinted, with large answers. `lastTap`: the next answer adds the line. */
export function OpenQuestion({ question, answers, onAnswer, lastTap }: QuestionProps & { readonly lastTap: boolean }) {
  const { t } = useTranslation()
  const { name } = useWords()
  return (
    <fieldset className="rounded-lg bg-brand-soft p-3">
      <legend className="sr-only">{name(question.names)}</legend>
      <p className="mb-2 flex flex-wrap items-center gap-2 text-on-brand-soft">
        <span className="text-lg font-bold">{name(question.names)}</span>
        <span className="rounded-sm bg-brand px-2 text-sm font-bold text-on-brand">
          {question.min === question.max
            ? t('order.chooseExactly', { count: question.min })
            : t('order.choose', { min: question.min, max: question.max })}
        </span>
        {lastTap ? <span className="ml-auto text-sm">{t('order.lastTap')}</span> : null}
      </p>
      <div className="grid grid-cols-2 gap-2 phone:grid-cols-4">
        <AnswerButtons question={question} answers={answers} onAnswer={onAnswer} large />
      </div>
    </fieldset>
  )
}

/** What may be chosen besides, one tap each, before or after the required choices. */
export function OptionalQuestion({ question, answers, onAnswer }: QuestionProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  return (
    <fieldset>
      <legend className="mb-2 font-bold">
        {name(question.names)}{' '}
        <span className="text-sm font-normal text-ink-2">{t('order.optional', { count: question.max })}</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        <AnswerButtons question={question} answers={answers} onAnswer={onAnswer} />
      </div>
    </fieldset>
  )
}

interface AnsweredRowProps {
  readonly questions: readonly Question[]
  readonly answers: Answers
  readonly onReopen: (question: Question) => void
}

/** Required questions already answered, folded to one row; a tap opens one again. */
export function AnsweredRow({ questions, answers, onReopen }: AnsweredRowProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  if (questions.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2">
      {questions.map((question) => (
        <Button key={question.id} data-testid={TEST_IDS.answered} onClick={() => onReopen(question)}>
          <Pencil aria-hidden size={18} />
          <span className="font-normal text-ink-2">{name(question.names)}</span>
          {question.answers
            .filter(({ id }) => answers.get(question.id)?.includes(id))
            .map(({ names }) => name(names))
            .join(t('order.listComma'))}
        </Button>
      ))}
    </div>
  )
}

function AnswerButtons({ question, answers, ...rest }: QuestionProps & Pick<AnswerButtonProps, 'large'>) {
  const chosen = answers.get(question.id) ?? []
  return question.answers.map((answer) => (
    <AnswerButton key={answer.id} question={question} answer={answer} chosen={chosen.includes(answer.id)} {...rest} />
  ))
}

interface AnswerButtonProps {
  readonly question: Question
  readonly answer: Answer
  readonly chosen: boolean
  readonly onAnswer: (answer: string) => void
  readonly large?: boolean
}

function AnswerButton({ question, answer, chosen, onAnswer, large = false }: AnswerButtonProps) {
  const { t } = useTranslation()
  const { name, money } = useWords()
  const price =
    question.wholePriceFrom !== null
      ? money(question.wholePriceFrom + answer.extra)
      : answer.extra === 0
        ? null
        : answer.extra > 0
          ? `+${money(answer.extra)}`
          : money(answer.extra)
  const hint = answer.soldOut ? t('order.soldOut') : price
  return (
    <Button
      data-testid={TEST_IDS.option}
      data-option={answer.id}
      size={large ? 'large' : 'normal'}
      className={large ? 'min-h-21 w-full px-1!' : undefined}
      look={chosen ? 'chosen' : 'plain'}
      aria-pressed={chosen}
      disabled={answer.soldOut}
      hint={hint === null || !large ? undefined : hint}
      onClick={() => onAnswer(answer.id)}
    >
      {name(answer.names)}
      {hint === null || large ? null : <span className="text-sm font-normal">{hint}</span>}
    </Button>
  )
}
