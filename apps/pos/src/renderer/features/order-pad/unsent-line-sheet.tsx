import { useState } from 'react'
import { SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cleanText } from '@orderez/core/kernel'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { LineWishes, TakenBack, UnsentLine } from './cart-lines.ts'
import { NotePresets } from './note-presets.tsx'

const MAX_NOTE = 200
const MAX_SEAT = 99
const COURSES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

interface UnsentLineSheetProps {
  readonly line: UnsentLine['line']
  readonly guests: number
  readonly onDone: (wishes: LineWishes, back: TakenBack) => void
  /** Opens the choices of the dish again; null where it has none. */
  readonly onOptions: (() => void) | null
  readonly onClose: () => void
}

/** What may still be said of a line before it is sent: for whom, when, and how. */
export function UnsentLineSheet({ line, guests, onDone, onOptions, onClose }: UnsentLineSheetProps) {
  const { t } = useTranslation()
  const { name, said } = useWords()
  const noted = said(line.note ?? '')
  const [note, setNote] = useState(noted)
  const [wishes, setWishes] = useState<LineWishes>({ fire: line.fire })
  const seats = Array.from({ length: Math.min(MAX_SEAT, Math.max(1, guests)) }, (_, index) => index + 1)
  const [back, setBack] = useState<TakenBack>({ seat: false, course: false })
  const seat = back.seat ? undefined : (wishes.seat ?? line.seat)
  const course = back.course ? undefined : (wishes.course ?? line.course)
  const changed = note === noted ? {} : { note: cleanText(note, MAX_NOTE) }
  return (
    <Sheet title={name(line.names)} closeLabel={t('sheet.close')} onClose={onClose} testId={TEST_IDS.editLine}>
      <div className="flex flex-col gap-4">
        {onOptions ? (
          <Button data-testid={TEST_IDS.changeOptions} onClick={onOptions}>
            <SlidersHorizontal aria-hidden size={20} />
            {t('order.changeOptions')}
          </Button>
        ) : null}
        <NotePresets note={note} max={MAX_NOTE} onNote={setNote} />
        <TextField label={t('order.note')} value={note} onText={setNote} max={MAX_NOTE} data-testid={TEST_IDS.note} />
        <Numbers
          title={t('order.seat')}
          numbers={seats}
          chosen={seat}
          onNumber={(next) => {
            setBack({ ...back, seat: next === seat })
            setWishes({ ...wishes, seat: next })
          }}
        />
        <Numbers
          title={t('order.course')}
          numbers={COURSES}
          chosen={course}
          onNumber={(next) => {
            setBack({ ...back, course: next === course })
            setWishes({ ...wishes, course: next })
          }}
        />
        <Choice
          label={t('order.whenFired')}
          columns={2}
          value={wishes.fire ?? line.fire}
          options={[
            { value: 'now', label: t('order.fireNow') },
            { value: 'hold', label: t('order.holdLine') },
          ]}
          onChoose={(fire) => setWishes({ ...wishes, fire })}
        />
        <div className="sticky bottom-0 bg-surface">
          <Button
            look="primary"
            size="large"
            className="w-full"
            onClick={() => onDone({ ...wishes, ...changed }, back)}
          >
            {t('order.done')}
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

interface NumbersProps {
  readonly title: string
  readonly numbers: readonly number[]
  readonly chosen: number | undefined
  readonly onNumber: (number: number) => void
}

function Numbers({ title, numbers, chosen, onNumber }: NumbersProps) {
  return (
    <fieldset>
      <legend className="mb-2 font-bold">{title}</legend>
      <div className="flex flex-wrap gap-2">
        {numbers.map((number) => (
          <Button
            key={number}
            look={number === chosen ? 'chosen' : 'plain'}
            aria-pressed={number === chosen}
            onClick={() => onNumber(number)}
          >
            {number}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}
