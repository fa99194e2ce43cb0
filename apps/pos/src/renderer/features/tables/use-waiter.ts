import { useLive, useTerminal } from '../../data/index.ts'
import type { TableSummary } from './table-summary.ts'

/** The name of who opened a table; undefined where nobody sits or the person is not known here. */
export function useWaiter({ owner }: Pick<TableSummary, 'owner'>): string | undefined {
  const records = useLive(useTerminal().queries.branch)
  return owner === null ? undefined : records?.person.get(owner)?.name
}
