import { useTranslation } from 'react-i18next'
import type { Table } from '@orderez/core/floor'
import type { LineId, OrderId } from '@orderez/core/kernel'
import {
  knownFact,
  mergeTables,
  moveLines,
  moveTable,
  splitByItem,
  splitBySeat,
  unmergeTables,
  type Fact,
  type MergeRequest,
  type MergeState,
  type OrderState,
  type Place,
  type UnitRef,
} from '@orderez/core/orders'
import { useTerminal } from '../../data/index.ts'
import { screenEntered, useUiDispatch } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'
import { useNotices } from '../notices/index.ts'
import { moveBack, placesOf } from './movable-units.ts'
import { standingMerges } from './standing-merges.ts'
import { useCarry } from './use-carry.ts'

/** What was done stands at once; taking it back is a further fact. */
const DONE = () => undefined

interface Moves {
  readonly toTable: (state: OrderState, table: Table) => Promise<void>
  readonly merge: (request: MergeRequest) => Promise<void>
  readonly unmerge: (orders: readonly OrderState[], merge: MergeState) => Promise<void>
  readonly moveUnits: (orders: readonly OrderState[], units: readonly UnitRef[], to: Place) => Promise<void>
  readonly split: (orders: readonly OrderState[], units: readonly UnitRef[], order: OrderId) => Promise<void>
  readonly splitSeats: (orders: readonly OrderState[], order: OrderId) => Promise<void>
}

/** The moves of an order, each with its news and, where a further fact undoes it, with taking it back. */
export function useMoves(current: OrderId): Moves {
  const { t } = useTranslation()
  const { queries } = useTerminal()
  const run = useCommand()
  const notices = useNotices()
  const dispatch = useUiDispatch()
  const carry = useCarry()
  const enter = (order: OrderId) => dispatch(screenEntered({ name: 'order', order }))
  const offer = (text: string, undo: () => Promise<unknown>) =>
    notices.offerUndo({ text, commit: DONE, undone: () => void undo() })

  async function undoMerge({ from, to }: MergeRequest, carried: ReadonlySet<LineId>): Promise<void> {
    const orders = await queries.readOpenOrders()
    const merge = standingMerges(from, orders).find((one) => one.from === from && one.to === to)
    if (!merge || !(await run((context) => unmergeTables(orders, merge.merge, context)))) return
    await carry(to, from, carried)
    enter(current)
  }

  /** A merge stands whatever becomes of the draft: what could not be carried shows on the slip and is carried there. */
  async function carryAlong({ from, to }: MergeRequest): Promise<ReadonlySet<LineId>> {
    try {
      return await carry(from, to)
    } catch (cause) {
      console.error('cart', cause)
      return new Set()
    }
  }

  /** Units are brought back to where they stood before the command ran. */
  function offerMoveBack(text: string, units: readonly UnitRef[], before: readonly OrderState[]): void {
    const places = placesOf(units, before)
    offer(text, async () => {
      const orders = await queries.readOpenOrders()
      return run((context) => moveBack(orders, places, context))
    })
  }

  return {
    async toTable(state, table) {
      if (!(await run((context) => moveTable(state, table.id, context)))) return
      offer(t('moves.movedTo', { table: table.label }), async () => {
        const now = await queries.readOrder(state.id)
        return now ? run((context) => moveTable(now, state.table, context)) : null
      })
    },
    async merge(request) {
      // What was sent in the last second may not be on the screen yet, and has to go along.
      const orders = await queries.readOpenOrders()
      if (!(await run((context) => mergeTables(orders, request, context)))) return
      const carried = await carryAlong(request)
      if (request.from === current) enter(request.to)
      const text = carried.size > 0 ? t('moves.mergedWithDraft', { count: carried.size }) : t('moves.merged')
      offer(text, () => undoMerge(request, carried))
    },
    async unmerge(orders, merge) {
      if (await run((context) => unmergeTables(orders, merge.merge, context))) notices.say(t('moves.unmerged'))
    },
    async moveUnits(orders, units, to) {
      const why = to.order === current ? 'join' : 'move'
      if (await run((context) => moveLines(orders, { units, to, why }, context)))
        offerMoveBack(t('moves.dishesMoved'), units, orders)
    },
    async split(orders, units, order) {
      if (await run((context) => splitByItem(orders, { order, units }, context)))
        offerMoveBack(t('moves.splitOff'), units, orders)
    },
    async splitSeats(orders, order) {
      const facts = await run((context) => splitBySeat(orders, { order }, context))
      if (facts) offerMoveBack(t('moves.seatsSplit'), unitsMovedBy(facts), orders)
    },
  }
}

function unitsMovedBy(facts: readonly Fact[]): readonly UnitRef[] {
  return facts.flatMap((fact) => {
    const known = knownFact(fact)
    return known?.kind === 'linesMoved' ? known.body.units : []
  })
}
