import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cleanText, type Money, type Names } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NotePresets } from './note-presets.tsx'
import { AnsweredRow, OpenQuestion, OptionalQuestion } from './question-blocks.tsx'
import {
  extraOf,
  isFull,
  isRequired,
  unanswered,
  usualAnswers,
  withAnswer,
  type Answers,
  type Question,
} from './questions.ts'

/** As a line's note may be (`safeText` of `lineSchema`). */
const MAX_NOTE = 200

interface ChoiceSheetProps {
  readonly names: Names
  /** Of one, before anything is chosen. */
  readonly price: Money
  /** What is asked may follow from what was answered: the dish chosen in a set meal has choices of its own. */
  readonly questionsOf: (answers: Answers) => readonly Question[]
  /** What was answered before, where a line is changed; absent for a new one. */
  readonly before?: { readonly answers: Answers; readonly note: string }
  readonly onDone: (answers: Answers, note: string) => void
  readonly onClose: () => void
}

/**
 * Required choices open by themselves, one after the other; with the last of them the line is added without an extra OK. What was typed
 * by hand is not taken along in passing: then, and where nothing is required, there is a button to add.
 */
export function ChoiceSheet({ names, price, questionsOf, before, onDone, onClose }: ChoiceSheetProps) {
  const { t } = useTranslation()
  const { name, otherName, money } = useWords()
  const [answers, setAnswers] = useState<Answers>(() => before?.answers ?? usualAnswers(questionsOf(new Map())))
  const [reopened, setReopened] = useState<string | null>(null)
  const [note, setNote] = useState(before?.note ?? '')
  const [typed, setTyped] = useState(false)
  const questions = questionsOf(answers)
  const required = questions.filter(isRequired)
  const missing = unanswered(required, answers)
  const open = required.find(({ id }) => id === reopened) ?? missing
  const waits = typed || before !== undefined

  function pick(question: Question, answer: string): void {
    const next = withAnswer(answers, question, answer)
    setAnswers(next)
    if (!isRequired(question)) return
    const asked = questionsOf(next)
    const left = unanswered(asked.filter(isRequired), next)
    // A question with room for more stays open until somebody says that it is enough.
    setReopened(isFull(question, next) ? null : question.id)
    if (left === null && isFull(question, next) && !waits) onDone(next, cleanText(note, MAX_NOTE))
  }

  function goOn(): void {
    if (missing) setReopened(null)
    else onDone(answers, cleanText(note, MAX_NOTE))
  }

  const stuck = open !== null && open === missing
  const others = required.filter((each) => each !== open && unanswered([each], answers) !== null)
  return (
    <Sheet
      label={name(names)}
      title={
        <span className="flex items-center gap-4">
          <span className="min-w-0 flex-1">
            {name(names)} <span className="block text-sm font-normal text-ink-2">{otherName(names)}</span>
          </span>
          <span className="text-2xl">{money(price + extraOf(questions, answers))}</span>
        </span>
      }
      closeLabel={t('sheet.close')}
      onClose={onClose}
      testId={TEST_IDS.options}
      overMenu
    >
      <div className="flex flex-col gap-4">
        <AnsweredRow
          questions={required.filter((each) => each !== open && unanswered([each], answers) === null)}
          answers={answers}
          onReopen={({ id }) => setReopened(id)}
        />
        {open ? (
          <OpenQuestion
            key={open.id}
            question={open}
            answers={answers}
            lastTap={!waits && open.max === 1 && others.length === 0}
            onAnswer={(answer) => pick(open, answer)}
          />
        ) : null}
        {questions
          .filter((each) => !isRequired(each))
          .map((each) => (
            <OptionalQuestion
              key={each.id}
              question={each}
              answers={answers}
              onAnswer={(answer) => pick(each, answer)}
            />
          ))}
        <NotePresets note={note} max={MAX_NOTE} onNote={setNote} />
        <TextField
          label={t('order.note')}
          value={note}
          max={MAX_NOTE}
          data-testid={TEST_IDS.note}
          onText={(text) => {
            setNote(text)
            setTyped(text !== '')
          }}
        />
        <div className="sticky bottom-0 bg-surface">
          <Button
            look="primary"
            size="large"
            className="w-full"
            data-testid={TEST_IDS.addToCart}
            disabled={stuck}
            onClick={goOn}
          >
            {stuck
              ? t('order.chooseFirst', { group: name(open.names) })
              : missing
                ? t('order.nextChoice', { group: name(missing.names) })
                : t(before ? 'order.done' : 'order.add')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
