import { useTranslation } from 'react-i18next'
import type { LineId } from '@orderez/core/kernel'
import { markServed } from '@orderez/core/kitchen'
import {
  compUnits,
  fireLines,
  rushLines,
  setPrice,
  setWeight,
  withdrawComp,
  type OrderState,
} from '@orderez/core/orders'
import type { Menu } from '../../data/index.ts'
import { useCan } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import type { OrderView } from '../order/index.ts'
import { LineSheet } from './line-sheet.tsx'
import type { SlipLine } from './slip-rounds.ts'
import { useOwnApproval } from './use-own-approval.ts'
import { useRefusal } from './use-refusal.ts'

interface OpenedLineProps {
  readonly opened: SlipLine
  readonly view: OrderView
  readonly menu: Menu
  readonly onVoid: (units: readonly number[], reason: string) => void
  readonly onClose: () => void
}

/** A sent line, and what can still be done with it. */
export function OpenedLine({ opened, view: { state, around }, menu, onVoid, onClose }: OpenedLineProps) {
  const { t } = useTranslation()
  const approval = useOwnApproval()
  const refusalOf = useRefusal(state)
  const mayPrice = useMayPrice(menu, opened)
  const run = useCommand()
  const { line } = opened
  const cooked = cookedOf(state, line.id)
  // Every fact about a line is written in the order where it was sent.
  const home = around.find(({ id }) => id === opened.state?.order) ?? state
  const some = (units: readonly number[]) => [{ line: line.id, units: [...units] }]
  const act = (command: Parameters<typeof run>[0]): void => {
    onClose()
    void run(command)
  }
  return (
    <LineSheet
      order={state.id}
      line={opened}
      refusal={refusalOf(opened)}
      onClose={onClose}
      onVoid={onVoid}
      onComp={(units, reason) =>
        act((context) => compUnits(around, { units: some(units), reason, ...approval }, context))
      }
      onWithdrawComp={(of) => act((context) => withdrawComp(home, of, context))}
      onServe={(units) => act((context) => markServed(around, some(units), context))}
      mayPrice={mayPrice}
      onPrice={(price) =>
        act((context) => setPrice(home, { line: line.id, price, reason: t('order.priceSaid') }, context))
      }
      onWeight={(quantity) => act((context) => setWeight(home, { line: line.id, quantity }, context))}
      onRush={() => act((context) => rushLines(around, { lines: cooked }, context))}
      onFire={() => act((context) => fireLines(around, { lines: [line.id, ...cooked] }, context))}
    />
  )
}

/** What the kitchen makes of a line: of a set meal, its dishes. */
function cookedOf(state: OrderState, line: LineId): LineId[] {
  const dishes = [...state.lines.values()].filter(({ content }) => content.parent === line)
  return dishes.length > 0 ? dishes.map(({ id }) => id) : [line]
}

function useMayPrice(menu: Menu, { line }: SlipLine): boolean {
  const can = useCan()
  const version = menu.versions.get(line.version)
  return can(version?.marketPrice && !version.openItem ? 'fact.priceSet' : 'price.override')
}
