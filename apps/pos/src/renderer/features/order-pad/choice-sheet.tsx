import { useTranslation } from 'react-i18next'
import type { Money, Names } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NotePresets } from './note-presets.tsx'
import { AnsweredRow, OpenQuestion, OptionalQuestion } from './question-blocks.tsx'
import { extraOf, isRequired } from './questions.ts'
import { MAX_NOTE, useChoices, type ChoicesParts } from './use-choices.ts'

interface ChoiceSheetProps extends ChoicesParts {
  readonly names: Names
  /** Of one, before anything is chosen. */
  readonly price: Money
  readonly onClose: () => void
}

/**
 * Required choices open by themselves, one after the other; with the last of them the line is added without an extra OK. What was typed
 * by hand is not taken along in passing: then, and where nothing is required, there is a button to add.
 */
export function ChoiceSheet({ names, price, before, onClose, ...parts }: ChoiceSheetProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const choices = useChoices({ before, ...parts })
  const { questions, answers, open, answered, note } = choices
  return (
    <Sheet
      label={name(names)}
      title={<ChoiceTitle names={names} price={price + extraOf(questions, answers)} />}
      closeLabel={t('sheet.close')}
      onClose={onClose}
      testId={TEST_IDS.options}
      overMenu
    >
      <div className="flex flex-col gap-4">
        <AnsweredRow questions={answered} answers={answers} onReopen={choices.reopen} />
        {open ? (
          <OpenQuestion
            key={open.id}
            question={open}
            answers={answers}
            lastTap={choices.isLastTap}
            onAnswer={(answer) => choices.pick(open, answer)}
          />
        ) : null}
        {questions
          .filter((each) => !isRequired(each))
          .map((each) => (
            <OptionalQuestion
              key={each.id}
              question={each}
              answers={answers}
              onAnswer={(answer) => choices.pick(each, answer)}
            />
          ))}
        <NotePresets note={note} max={MAX_NOTE} onNote={choices.addNote} />
        <TextField
          label={t('order.note')}
          value={note}
          max={MAX_NOTE}
          data-testid={TEST_IDS.note}
          onText={choices.typeNote}
        />
        <GoOnButton choices={choices} isNew={before === undefined} />
      </div>
    </Sheet>
  )
}

function ChoiceTitle({ names, price }: Pick<ChoiceSheetProps, 'names' | 'price'>) {
  const { name, otherName, money } = useWords()
  return (
    <span className="flex items-center gap-4">
      <span className="min-w-0 flex-1">
        {name(names)} <span className="block text-sm font-normal text-ink-2">{otherName(names)}</span>
      </span>
      <span className="text-2xl">{money(price)}</span>
    </span>
  )
}

interface GoOnButtonProps {
  readonly choices: ReturnType<typeof useChoices>
  readonly isNew: boolean
}

/** Adds the line, leads to the next choice, or says which one is missing. */
function GoOnButton({ choices: { open, missing, goOn }, isNew }: GoOnButtonProps) {
  const { t } = useTranslation()
  const { name } = useWords()
  const stuck = open !== null && open === missing
  return (
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
            : t(isNew ? 'order.add' : 'order.done')}
      </Button>
    </div>
  )
}
