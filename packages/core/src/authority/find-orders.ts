import type { BranchId, BusinessDay } from '../kernel/index.ts'
import type { OrderDocument } from '../orders/index.ts'
import type { DocumentStore, FindPage } from '../sync/index.ts'
import { isOfBranch, openOrder } from './stored-order.ts'

/** Orders of some business days, both ends among them, or those that somebody may still need. */
export type OrdersWanted = { readonly from: BusinessDay; readonly to: BusinessDay } | { readonly open: true }

const PAGE = 100

/** Whole orders as they are stored, a page at a time, so that a long report keeps nobody waiting. */
export async function* findOrders(
  store: Pick<DocumentStore, 'find'>,
  branch: BranchId,
  wanted: OrdersWanted,
): AsyncGenerator<readonly OrderDocument[]> {
  const range =
    'open' in wanted ? { field: 'open', from: 1, to: 1 } : { field: 'day', from: wanted.from, to: wanted.to }
  for (let bookmark: string | null = null; ;) {
    const page: FindPage = await store.find('orders', { ...range, limit: PAGE, ...(bookmark !== null && { bookmark }) })
    yield page.documents
      .map((stored) => openOrder(stored.id, stored))
      .filter((document) => isOfBranch(document, branch))
    bookmark = page.bookmark
    if (bookmark === null) return
  }
}
