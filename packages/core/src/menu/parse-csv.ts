import { err, ok, type Result } from '../kernel/index.ts'

export interface CsvRow {
  /** The first line of the row in the text, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of comma, semicolon or tab separated text with "quoted" cells; empty lines are left out. */
export function parseCsv(text: string, separator: string): Result<CsvRow[], 'csv.quoteOpen'> {
  const rows: CsvRow[] = []
  let [line, start, cell, quoted] = [1, 1, '', false]
  let cells: string[] = []
  const endRow = (): void => {
    cells.push(cell)
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: start, cells: cells.map(bareCell) })
    ;[cells, cell] = [[], '']
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '\n') line += 1
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted
    } else if (!quoted && sign === separator) {
      cells.push(cell)
      cell = ''
    } else if (!quoted && sign === '\n') {
      endRow()
      start = line
    } else if (sign !== '\r') {
      cell += sign
    }
  }
  if (quoted) return err('csv.quoteOpen', String(start))
  endRow()
  return ok(rows)
}

/** Cells that a spreadsheet would take for a formula are written behind an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(csvCell).join(',')
}

function csvCell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function bareCell(text: string): string {
  const bare = text.trim()
  return /^'[=+\-@]/.test(bare) ? bare.slice(1) : bare
}
