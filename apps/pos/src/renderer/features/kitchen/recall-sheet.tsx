import { useTranslation } from 'react-i18next'
import { recallUnits } from '@orderez/core/kitchen'
import type { StationId } from '@orderez/core/kernel'
import { orderNumberText, type OrderState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useCommand } from '../command/index.ts'
import { doneLines, type DoneLine } from './station-units.ts'

const SHOWN = 40

interface RecallSheetProps {
  readonly stations: readonly StationId[]
  readonly orders: readonly OrderState[]
  readonly onClose: () => void
}

/** What was bumped last, to be called back; as often as it takes. */
export function RecallSheet({ stations, orders, onClose }: RecallSheetProps) {
  const { t } = useTranslation()
  const { name, time } = useWords()
  const { queries } = useTerminal()
  const floor = useLive(queries.floor)
  const run = useCommand()
  const lines = doneLines(orders, stations, SHOWN)

  /** What is taken away has no table: it goes by its number. */
  function labelOf({ table, number }: DoneLine): string {
    return (table ? floor?.tables.get(table)?.label : undefined) ?? orderNumberText(number)
  }

  function recall(line: DoneLine): void {
    const units = [{ line: line.ref.line, units: [...line.ref.units] }]
    void run((context) => recallUnits(orders, { station: line.station, units }, context))
  }

  return (
    <Sheet title={t('kitchen.recall')} closeLabel={t('sheet.close')} onClose={onClose} wide>
      <ul className="flex flex-col gap-2">
        {lines.length === 0 ? <li className="text-ink-2">{t('kitchen.nothingDone')}</li> : null}
        {lines.map((line) => (
          <li
            key={`${line.station} ${line.ref.line}`}
            data-testid={TEST_IDS.recallRow}
            data-table-label={labelOf(line)}
            className="flex items-center gap-4 border-b border-line pb-2 text-kds-opt"
          >
            <b className="min-w-24">{labelOf(line)}</b>
            <span className="flex-1">
              {line.ref.units.length} {name(line.names)}
            </span>
            <span className="text-ink-2">{time(line.doneAt)}</span>
            <Button size="large" data-testid={TEST_IDS.recall} data-line={line.ref.line} onClick={() => recall(line)}>
              {t('kitchen.recall')}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
