import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineId } from '@orderez/core/kernel'
import { moveLines, splitByItem, WHOLE_SHARE, type OrderState, type Place, type UnitRef } from '@orderez/core/orders'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import type { OrderView } from '../order/index.ts'
import { chosenUnits, counted, movableLines, toggled, type UnitChoice } from './movable-units.ts'
import { MovableRow } from './movable-row.tsx'
import { targetOrders } from './move-targets.ts'
import { OrderButtons } from './order-buttons.tsx'
import { useProblemOf } from './use-problem-of.ts'

interface DishesStepProps {
  readonly view: OrderView
  readonly orders: readonly OrderState[]
  /** The dish that is chosen already. */
  readonly line?: LineId | undefined
  readonly onMove: (units: readonly UnitRef[], to: Place) => void
  readonly onSplit: (units: readonly UnitRef[]) => void
}

/** Which dishes go, and where: to another order, or to a share of their own on this bill. */
export function DishesStep({ view: { state, bill }, orders, line, onMove, onSplit }: DishesStepProps) {
  const { t } = useTranslation()
  const problemOf = useProblemOf()
  const lines = movableLines(bill, orders)
  const [choice, setChoice] = useState<UnitChoice>(() => {
    const chosen = lines.find((each) => each.line.id === line)
    return chosen ? toggled(new Map(), chosen) : new Map()
  })
  const units = chosenUnits(choice, lines)
  const whole = { order: state.id, share: WHOLE_SHARE }
  const none = units.length === 0
  const targets = targetOrders(state.id, orders)
  const noSplit = problemOf((context) => splitByItem(orders, { order: state.id, units }, context))
  const noJoin = problemOf((context) => moveLines(orders, { units, to: whole }, context))
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2">
        {lines.map((line) => (
          <MovableRow
            key={line.line.id}
            line={line}
            chosen={choice.get(line.line.id) ?? 0}
            onToggle={() => setChoice(toggled(choice, line))}
            onCount={(count) => setChoice(counted(choice, line.line.id, count))}
          />
        ))}
      </div>
      {none ? (
        <p className="text-ink-2">{t('moves.chooseFirst')}</p>
      ) : (
        <section className="flex flex-col gap-2">
          <div className="grid gap-2 phone:grid-cols-2">
            <Button
              size="large"
              data-testid={TEST_IDS.splitOff}
              disabled={noSplit !== null}
              hint={noSplit ? t(`command.${noSplit}`) : t('moves.newShareHint')}
              onClick={() => onSplit(units)}
            >
              {t('moves.newShare')}
            </Button>
            {noJoin === 'nothing.toDo' ? null : (
              <Button
                size="large"
                disabled={noJoin !== null}
                hint={noJoin ? t(`command.${noJoin}`) : undefined}
                onClick={() => onMove(units, whole)}
              >
                {t('moves.wholeShare')}
              </Button>
            )}
          </div>
          <h3 className="font-bold">{t('moves.toOrder')}</h3>
          {targets.length === 0 ? <p className="text-ink-2">{t('moves.noOtherOrder')}</p> : null}
          <OrderButtons
            targets={targets}
            orders={orders}
            testId={TEST_IDS.moveDishesTo}
            problemOf={(order) =>
              problemOf((context) => moveLines(orders, { units, to: { order, share: WHOLE_SHARE } }, context))
            }
            onOrder={(order) => onMove(units, { order, share: WHOLE_SHARE })}
          />
        </section>
      )}
    </div>
  )
}
