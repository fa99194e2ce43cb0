import { expect, it } from 'vitest'
import { bulkBatches } from './bulk-batches.ts'

const batches = (sizes: readonly number[]) => bulkBatches(sizes, { rows: 3, size: 10 }, (size) => size)

it('keeps the order, and both limits of a batch', () => {
  expect(batches([1, 1, 1, 1])).toEqual([[1, 1, 1], [1]])
  expect(batches([6, 4, 1])).toEqual([[6, 4], [1]])
})

it('gives what is too large for any batch one of its own', () => {
  expect(batches([1, 50, 1])).toEqual([[1], [50], [1]])
})

it('makes no batch of nothing', () => {
  expect(batches([])).toEqual([])
})
