import { cleanText, type Currency, type Money, type Names } from '../kernel/index.ts'
import { parseCsv, type CsvRow } from './parse-csv.ts'
import { parsePrice, type PriceProblem } from './parse-price.ts'

/** One dish of a pasted menu. What the text does not say is ''. */
export interface MenuTextRow {
  readonly line: number
  readonly names: Names
  readonly price: Money
  readonly number: string
  readonly initials: string
  readonly category: string
}

export type MenuTextProblem =
  | PriceProblem
  | 'csv.quoteOpen'
  | 'menuText.noName'
  | 'menuText.number'
  | 'menuText.tooMany'

export interface MenuTextError {
  readonly line: number
  readonly code: MenuTextProblem
  readonly text: string
}

export interface MenuText {
  readonly rows: readonly MenuTextRow[]
  readonly errors: readonly MenuTextError[]
}

type Column = 'number' | 'zh' | 'en' | 'name' | 'category' | 'price' | 'initials'
type Cells = Partial<Record<Column, string>>

const COLUMNS = new Map<string, Column>([
  ...['number', 'no', 'no.', '编号', '菜号'].map((word) => [word, 'number'] as const),
  ...['zh', 'chinese', '中文', '中文名'].map((word) => [word, 'zh'] as const),
  ...['en', 'english', '英文', '英文名'].map((word) => [word, 'en'] as const),
  ...['name', 'dish', '菜名', '名称', '菜品'].map((word) => [word, 'name'] as const),
  ...['category', '分类', '类别'].map((word) => [word, 'category'] as const),
  ...['price', '价格', '单价'].map((word) => [word, 'price'] as const),
  ...['initials', '拼音', '首字母'].map((word) => [word, 'initials'] as const),
])

const MAX_ROWS = 2_000
const MAX_NAME = 120

/**
 * A menu as people paste it: CSV with a header row that names a price column, or lines "name price" under lines "category:". Every line that
 * is no dish is an error with its number; the others can be taken without it.
 */
export function parseMenuText(text: string, currency: Currency): MenuText {
  const bare = text.replace(/^\uFEFF/, '')
  const header = bare.split('\n').find((line) => line.trim() !== '') ?? ''
  const separator = ['\t', ';', ','].find((sign) => header.includes(sign)) ?? ','
  const isTable = header.split(separator).some((cell) => columnOf(cell) === 'price')
  return isTable ? readTable(bare, separator, currency) : readLines(bare, currency)
}

function readTable(text: string, separator: string, currency: Currency): MenuText {
  const parsed = parseCsv(text, separator)
  if (!parsed.ok) return { rows: [], errors: [{ line: Number(parsed.detail), code: parsed.code, text: '' }] }
  const [head, ...body] = parsed.value
  const columns = (head?.cells ?? []).map(columnOf)
  const named = (row: CsvRow): Cells =>
    Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, row.cells[at] ?? '']] : [])))
  return collect(
    body.map((row) => ({ line: row.line, text: row.cells.join(separator), cells: named(row) })),
    currency,
  )
}

function columnOf(cell: string): Column | undefined {
  return COLUMNS.get(cell.trim().replaceAll('"', '').toLowerCase())
}

function readLines(text: string, currency: Currency): MenuText {
  let category = ''
  const found: Found[] = []
  for (const [at, whole] of text.split('\n').entries()) {
    const line = whole.trim()
    if (line === '') continue
    const heading = /^(.+)[:：]$/.exec(line)?.[1]
    if (heading !== undefined) {
      category = heading.trim()
      continue
    }
    const [, name, price] = /^(.*?)[\s,，;.…·]*((?:[¥￥$€£]\s*)?[-\d０-９][\d０-９.,]*\s*元?)$/u.exec(line) ?? []
    found.push({ line: at + 1, text: line, cells: { name: name ?? line, price: price ?? '', category } })
  }
  return collect(found, currency)
}

interface Found {
  readonly line: number
  readonly text: string
  readonly cells: Cells
}

function collect(found: readonly Found[], currency: Currency): MenuText {
  const rows: MenuTextRow[] = []
  const errors: MenuTextError[] = []
  for (const [at, each] of found.entries()) {
    const row = at < MAX_ROWS ? rowOf(each, currency) : 'menuText.tooMany'
    if (typeof row === 'string') errors.push({ line: each.line, code: row, text: each.text })
    else rows.push(row)
    if (row === 'menuText.tooMany') break
  }
  return { rows, errors }
}

function rowOf({ line, cells }: Found, currency: Currency): MenuTextRow | MenuTextProblem {
  const names = namesOf(cells)
  if (names.zh === '' && names.en === '') return 'menuText.noName'
  const number = (cells.number ?? '').trim().toUpperCase()
  if (!/^[A-Z0-9-]{0,16}$/.test(number)) return 'menuText.number'
  const price = parsePrice(cells.price ?? '', currency)
  if (!price.ok) return price.code
  const initials = (cells.initials ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 60)
  return { line, names, price: price.value, number, initials, category: nameText(cells.category) }
}

/** "宫保鸡丁 / Kung Pao chicken" is both names; one name alone goes to the language it is written in. */
function namesOf(cells: Cells): Names {
  const [first = '', second = ''] = (cells.name ?? '').split(/\s*[/|]\s*/)
  const parts = [first, second].map(nameText)
  const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)
  const zh = nameText(cells.zh) || (parts.find(isChinese) ?? '')
  const en = nameText(cells.en) || (parts.find((part) => part !== '' && !isChinese(part)) ?? '')
  return { zh, en }
}

function nameText(text: string | undefined): string {
  return cleanText(text ?? '', MAX_NAME).trim()
}
