import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unitsOfSet, voidUnits } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import { useNotices } from '../notices/index.ts'
import type { OrderView } from '../order/index.ts'
import type { SlipLine } from './slip-rounds.ts'
import { useOwnApproval } from './use-own-approval.ts'

const NONE: ReadonlySet<string> = new Set()

/** Voids units of a sent line, after the time in which it can be taken back; until then they are `leaving`, struck through already. */
export function useVoidLines({ state, around }: OrderView) {
  const { t } = useTranslation()
  const { name } = useWords()
  const approval = useOwnApproval()
  const run = useCommand()
  const notices = useNotices()
  const [leaving, setLeaving] = useState(NONE)

  function takeOut({ line }: SlipLine, units: readonly number[], reason: string): void {
    const set = state.lines.get(line.id)
    const dishes = set ? units.flatMap((unit) => unitsOfSet(state.lines.values(), set, unit)) : []
    setLeaving(
      new Set([...units.map((unit) => `${line.id} ${unit}`), ...dishes.map((dish) => `${dish.line.id} ${dish.unit}`)]),
    )
    const settle = () => setLeaving(NONE)
    notices.offerUndo({
      text: t('order.voided', { dish: name(line.names), count: units.length }),
      commit: () =>
        void run((context) =>
          voidUnits(around, { units: [{ line: line.id, units: [...units] }], reason, ...approval }, context),
        ).then(settle),
      undone: settle,
    })
  }

  return { leaving, takeOut }
}
