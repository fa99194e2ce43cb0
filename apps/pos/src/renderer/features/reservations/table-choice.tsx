import { useTranslation } from 'react-i18next'
import { clashesAt, type Reservation, type ReservationForm, type Table } from '@orderez/core/floor'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { useReservations } from './use-reservations.ts'

interface TableChoiceProps {
  readonly form: Pick<ReservationForm, 'table' | 'at'>
  readonly self: Reservation | null
  readonly onTable: (table: Table['id']) => void
}

/** Every table in use; one that is kept for somebody else around that time says so. */
export function TableChoice({ form, self, onTable }: TableChoiceProps) {
  const { t } = useTranslation()
  const { name, time } = useWords()
  const floor = useLive(useTerminal().queries.floor)
  const standing = useReservations()
  const hintOf = (table: Table): string => {
    const [other] = clashesAt({ table: table.id, at: form.at, self: self?.id ?? null }, standing)
    return other ? `${time(other.at)} ${other.name}` : t('table.seats', { count: table.seats })
  }
  return floor?.areas.map((area) => (
    <section key={area.id}>
      <h3 className="mb-2 font-bold">{name(area.names)}</h3>
      <div className="table-tiles">
        {(floor.tablesOf.get(area.id) ?? []).map((table) => (
          <Button
            key={table.id}
            look={table.id === form.table ? 'chosen' : 'plain'}
            aria-pressed={table.id === form.table}
            data-testid={TEST_IDS.reservationTable}
            data-table-label={table.label}
            hint={<span className="block truncate">{hintOf(table)}</span>}
            onClick={() => onTable(table.id)}
          >
            {table.label}
          </Button>
        ))}
      </div>
    </section>
  ))
}
