/** A byte order mark, so that spreadsheets read the text as UTF-8. */
const MARK = '\uFEFF'

/** What spreadsheets take for the start of a formula, also behind white space. */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/

/** A table as RFC 4180 has it. Numbers are written as they are; no text is ever read as a formula. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
