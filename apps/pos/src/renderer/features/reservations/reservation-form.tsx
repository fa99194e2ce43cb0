import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  clashesAt,
  MAX_RESERVATION,
  quarterAfter,
  reservationOf,
  type Reservation,
  type ReservationForm as Form,
} from '@orderez/core/floor'
import { useTerminal } from '../../data/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { CountField } from '../document-edits/index.ts'
import { TableChoice } from './table-choice.tsx'
import { TimeField } from './time-field.tsx'
import { useReservationEdits } from './use-reservation-edits.ts'
import { useReservationWords } from './use-reservation-words.ts'
import { useReservations } from './use-reservations.ts'

interface ReservationFormProps {
  /** Null for a new one. */
  readonly before: Reservation | null
  readonly onClose: () => void
}

const HOUR_MS = 3_600_000
const USUAL_GUESTS = 2

const PROBLEMS = {
  'reservation.noTable': 'reservation.tableFirst',
  'reservation.noName': 'reservation.nameFirst',
  'reservation.noGuests': 'reservation.guestsFirst',
} as const

/** Who, when, how many and where; a clash is told and stands in nobody's way. */
export function ReservationForm({ before, onClose }: ReservationFormProps) {
  const { t } = useTranslation()
  const { ids, now } = useTerminal()
  const { save } = useReservationEdits()
  const [form, setForm] = useState<Form>(() => formOf(before, now()))
  // One id for as long as the form is open: Save tapped twice notes one reservation.
  const [ofWhich] = useState(() => before ?? { id: ids.next('reservation') })
  const change = (part: Partial<Form>) => setForm({ ...form, ...part })
  const wanted = reservationOf(form, ofWhich)

  async function done(): Promise<void> {
    if (wanted.ok && (await save(wanted.value))) onClose()
  }

  return (
    <Sheet
      wide
      title={t(before ? 'reservation.change' : 'reservation.note')}
      closeLabel={t('sheet.close')}
      onClose={onClose}
      testId={TEST_IDS.reservationForm}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void done()
        }}
      >
        <div className="grid gap-4 phone:grid-cols-2">
          <WhoFields form={form} onChange={change} />
          <div className="flex flex-col gap-4">
            <TimeField at={form.at} onAt={(at) => change({ at })} />
            <CountField
              label={t('reservation.guests')}
              value={form.guests}
              min={1}
              max={MAX_RESERVATION.guests}
              inRow
              onValue={(guests) => change({ guests })}
            />
            <Clash form={form} self={before} />
          </div>
        </div>
        <TableChoice form={form} self={before} onTable={(table) => change({ table })} />
        <Button
          type="submit"
          look="primary"
          size="large"
          className="sticky bottom-0"
          data-testid={TEST_IDS.reservationDone}
          disabled={!wanted.ok}
          hint={wanted.ok ? undefined : t(PROBLEMS[wanted.code])}
        >
          {t('reservation.save')}
        </Button>
      </form>
    </Sheet>
  )
}

function formOf(before: Reservation | null, now: number): Form {
  if (!before)
    return { table: null, name: '', guests: USUAL_GUESTS, at: quarterAfter(now + HOUR_MS), phone: '', remark: '' }
  const { table, name, guests, at, phone, remark } = before
  return { table, name, guests, at, phone: phone ?? '', remark: remark ?? '' }
}

interface WhoFieldsProps {
  readonly form: Form
  readonly onChange: (part: Partial<Form>) => void
}

function WhoFields({ form, onChange }: WhoFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-4">
      <TextField
        label={t('reservation.name')}
        max={MAX_RESERVATION.name}
        required
        value={form.name}
        autoComplete="off"
        data-testid={TEST_IDS.reservationName}
        onText={(name) => onChange({ name })}
      />
      <TextField
        label={t('reservation.phone')}
        max={MAX_RESERVATION.phone}
        inputMode="tel"
        value={form.phone}
        autoComplete="off"
        onText={(phone) => onChange({ phone })}
      />
      <TextField
        label={t('reservation.remark')}
        max={MAX_RESERVATION.remark}
        value={form.remark}
        autoComplete="off"
        data-testid={TEST_IDS.reservationRemark}
        onText={(remark) => onChange({ remark })}
      />
    </div>
  )
}

/** F6: who else has the table around that time. */
function Clash({ form, self }: { readonly form: Form; readonly self: Reservation | null }) {
  const { t } = useTranslation()
  const words = useReservationWords()
  const standing = useReservations()
  const [other] = form.table === null ? [] : clashesAt({ ...form, table: form.table, self: self?.id ?? null }, standing)
  if (!other) return null
  return (
    <Notice tone="wait" data-testid={TEST_IDS.reservationClash}>
      {t('reservation.clash', { table: words.label(other), time: words.when(other.at), name: other.name })}
    </Notice>
  )
}
