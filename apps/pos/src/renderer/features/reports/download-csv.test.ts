import { expect, it } from 'vitest'
import { csvOfTables } from './download-csv.ts'

it('writes amounts as numbers and names that look like formulas as text', () => {
  const table = { title: 'By dish', heads: ['Dish', 'Units', 'Amount'], rows: [['=1+1', 2, { money: -1250 }]] }
  const text = csvOfTables([table], { code: 'CNY', exponent: 2 })
  expect(text).toBe("\uFEFFBy dish (CNY)\r\nDish,Units,Amount\r\n'=1+1,2,-12.5\r\n\r\n")
})
