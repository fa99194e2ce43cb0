import { useState } from 'react'
import { cleanText } from '@orderez/core/kernel'
import { isFull, isRequired, unanswered, usualAnswers, withAnswer, type Answers, type Question } from './questions.ts'

/** As a line's note may be (`safeText` of `lineSchema`). */
export const MAX_NOTE = 200

export interface ChoicesParts {
  /** What is asked may follow from what was answered: the dish chosen in a set meal has choices of its own. */
  readonly questionsOf: (answers: Answers) => readonly Question[]
  /** What was answered before, where a line is changed; absent for a new one. */
  readonly before?: { readonly answers: Answers; readonly note: string } | undefined
  readonly onDone: (answers: Answers, note: string) => void
}

/** The answers so far, which question is open, and what comes of the next answer. */
export function useChoices({ questionsOf, before, onDone }: ChoicesParts) {
  const [answers, setAnswers] = useState<Answers>(() => before?.answers ?? usualAnswers(questionsOf(new Map())))
  const [reopened, setReopened] = useState<string | null>(null)
  const [note, setNote] = useState(before?.note ?? '')
  const [typed, setTyped] = useState(false)
  const questions = questionsOf(answers)
  const required = questions.filter(isRequired)
  const missing = unanswered(required, answers)
  const open = required.find(({ id }) => id === reopened) ?? missing
  const others = required.filter((each) => each !== open)
  const isAnswered = (each: Question) => unanswered([each], answers) === null
  const waits = typed || before !== undefined
  const finish = (all: Answers) => onDone(all, cleanText(note, MAX_NOTE))

  function pick(question: Question, answer: string): void {
    const next = withAnswer(answers, question, answer)
    setAnswers(next)
    if (!isRequired(question)) return
    const left = unanswered(questionsOf(next).filter(isRequired), next)
    // A question with room for more stays open until somebody says that it is enough.
    setReopened(isFull(question, next) ? null : question.id)
    if (left === null && isFull(question, next) && !waits) finish(next)
  }

  return {
    questions,
    answers,
    open,
    missing,
    answered: others.filter(isAnswered),
    /** The next answer adds the line. */
    isLastTap: open !== null && !waits && open.max === 1 && others.every(isAnswered),
    note,
    addNote: setNote,
    typeNote(text: string): void {
      setNote(text)
      setTyped(text !== '')
    },
    pick,
    reopen: ({ id }: Question): void => setReopened(id),
    goOn: (): void => (missing ? setReopened(null) : finish(answers)),
  }
}
