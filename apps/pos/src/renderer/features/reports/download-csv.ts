import type { Currency } from '@orderez/core/kernel'
import { csvOf } from '@orderez/core/reports'
import type { ReportTable } from './report-tables.ts'

/** The tables one below the other, with an empty row between; amounts as numbers of whole currency units. */
export function csvOfTables(tables: readonly ReportTable[], currency: Currency): string {
  const whole = 10 ** currency.exponent
  const rows = tables.flatMap((table) => [
    [`${table.title} (${currency.code})`],
    table.heads,
    ...table.rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.money / whole : cell))),
    [''],
  ])
  return csvOf(rows)
}

export function downloadCsv(tables: readonly ReportTable[], currency: Currency, fileName: string): void {
  const url = URL.createObjectURL(new Blob([csvOfTables(tables, currency)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Browsers begin to read after the click; the address must live until then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
