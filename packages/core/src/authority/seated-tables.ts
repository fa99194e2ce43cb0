import type { DocumentStore, Edit } from '../sync/index.ts'

const PAGE = 100

/** A13: whether somebody still sits at a table: an order that names it is open or waited for. Rejects with `StoreError` when the store is away. */
export async function isSeated(store: Pick<DocumentStore, 'find'>, table: string): Promise<boolean> {
  for (let bookmark: string | null | undefined; bookmark !== null;) {
    const open = { field: 'open', from: 1, to: 1, limit: PAGE }
    const page = await store.find('orders', bookmark === undefined ? open : { ...open, bookmark })
    if (page.documents.some(({ header }) => header['table'] === table)) return true
    bookmark = page.bookmark
  }
  return false
}

/** The edit takes a table off the floor that its editor still saw there. */
export function removesTable({ base, mine }: Edit): boolean {
  return mine['kind'] === 'table' && mine['deleted'] === true && base?.['deleted'] !== true
}
