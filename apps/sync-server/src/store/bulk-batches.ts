export interface BatchLimits {
  readonly rows: number
  /** What is larger alone goes alone. */
  readonly size: number
}

/** Rows in their order, in as few batches as the limits of one `_bulk_docs` allow. */
export function bulkBatches<T>(rows: readonly T[], limits: BatchLimits, sizeOf: (row: T) => number): T[][] {
  const batches: T[][] = []
  let size = 0
  for (const row of rows) {
    const last = batches.at(-1)
    size += sizeOf(row)
    if (last && last.length < limits.rows && size <= limits.size) last.push(row)
    else {
      batches.push([row])
      size = sizeOf(row)
    }
  }
  return batches
}
