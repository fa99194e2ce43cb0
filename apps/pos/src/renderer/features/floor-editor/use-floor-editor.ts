import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newTable, removedTable, type Guide, type Table, type TableForm } from '@orderez/core/floor'
import { jsonEquals, type OrderId, type Result, type TableId } from '@orderez/core/kernel'
import { tableState } from '@orderez/core/orders'
import { useLive, useTerminal } from '../../data/index.ts'
import { useDocumentEdits, type DocumentEdits } from '../document-edits/index.ts'
import { useNotices } from '../notices/index.ts'
import { unlessBroken } from '../order/index.ts'
import { refusalKeyOf } from './refusal-keys.ts'
import { useRefusedRemovals } from './use-refused-removals.ts'
import { useFloorPlan, type FloorPlanView } from './use-floor-plan.ts'

export interface FloorEditor {
  readonly view: FloorPlanView
  readonly edits: DocumentEdits
  readonly chosen: Table | null
  choose(table: TableId | null): void
  /** Shows a table as it would be; nothing is written before `settle`. A place that is refused leaves it where it is. */
  preview(before: Table, next: Result<{ table: Table; guides: readonly Guide[] }, 'table.offPlan'>): void
  /** Writes what is previewed. */
  settle(): void
  discard(): void
  /** Writes a change of one table, or says why it is refused. */
  change(table: Table, next: Result<Table, 'table.offPlan'>): void
  add(form: TableForm): void
  remove(table: Table): void
}

/** What the plan and the list do to the floor; null while it is being read. */
export function useFloorEditor(): FloorEditor | null {
  const { t } = useTranslation()
  const { ids } = useTerminal()
  const view = useFloorPlan()
  const edits = useDocumentEdits('floor')
  const notices = useNotices()
  const ordersAt = useOrdersAt()
  useRefusedRemovals()
  const [chosen, choose] = useState<TableId | null>(null)
  if (!view) return null
  const { area, all, plan, draft, setDraft, stored } = view
  const refuse = (code: Parameters<typeof refusalKeyOf>[0]) => notices.say(t(refusalKeyOf(code)))

  async function write(before: Table, now: Table): Promise<void> {
    if (jsonEquals({ ...before }, { ...now })) return setDraft(null)
    setDraft({ before, now, guides: [], held: false, over: stored(before.id) })
    if (!(await edits.write([{ before, after: now }]))) setDraft(null)
  }

  async function add(form: TableForm): Promise<void> {
    if (!area) return
    const made = newTable({ id: ids.next('table'), area: area.id, form, all, plan })
    if (!made.ok) return refuse(made.code)
    if (await edits.write([{ before: null, after: made.value }])) choose(made.value.id)
  }

  async function remove(table: Table): Promise<void> {
    const removed = removedTable(table, ordersAt(table.id))
    if (!removed.ok) return refuse(removed.code)
    if (await edits.write([{ before: table, after: removed.value }])) choose(null)
  }

  return {
    view,
    edits,
    chosen: view.tables.find(({ id }) => id === chosen) ?? null,
    choose,
    preview: (before, next) => {
      if (next.ok) setDraft({ before, now: next.value.table, guides: next.value.guides, held: true, over: null })
    },
    settle: () => {
      if (draft?.held) void write(draft.before, draft.now)
    },
    discard: () => setDraft(null),
    change: (table, next) => (next.ok ? void write(table, next.value) : refuse(next.code)),
    add: (form) => void add(form),
    remove: (table) => void remove(table),
  }
}

/** The open orders of a table, as the floor counts them; where a bill cannot be computed, all that sit there. */
function useOrdersAt(): (table: TableId) => readonly OrderId[] {
  const { queries, now } = useTerminal()
  const orders = useLive(queries.openOrders)
  return useCallback(
    (table) => {
      const all = orders ?? []
      const there = all.filter((order) => order.table === table).map(({ id }) => id)
      return unlessBroken(() => tableState(table, all, { now: now(), waitAfterMs: 0 }).orders, there)
    },
    [orders, now],
  )
}
