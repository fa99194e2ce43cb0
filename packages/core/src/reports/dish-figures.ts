import type { Money, Names, PersonId } from '../kernel/index.ts'
import { unitAmounts, type Bill, type BillLine, type Line } from '../orders/index.ts'
import type { Report, ReportRule, TakenBack } from './report.ts'
import { Tallies } from './tally.ts'

/** What was sold, by dish and by category: before discounts, without what was voided or comped. */
export function dishFigures(bills: readonly Bill[], rule: ReportRule): Pick<Report, 'byDish' | 'byCategory'> {
  const dishes = new Tallies<Line['dish']>()
  const categories = new Tallies<string | null>()
  const names = new Map<Line['dish'], Names>()
  for (const { line, units, compedUnits, amount } of bills.flatMap((bill) => bill.lines)) {
    const sold = units.length - compedUnits.length
    if (sold === 0) continue
    const { dish } = line.content
    names.set(dish, line.content.names)
    dishes.add(dish, sold, amount)
    categories.add(rule.categoryOf(dish), sold, amount)
  }
  const byDish = dishes.rows().map((row) => ({ ...row, names: names.get(row.of) ?? { zh: row.of, en: row.of } }))
  return { byDish, byCategory: categories.rows() }
}

/** Units voided, or comped and not voided, with what they would have cost. */
export function takenBack(bills: readonly Bill[], how: 'voided' | 'comped'): TakenBack {
  const byReason = new Tallies<string>()
  const byPerson = new Tallies<PersonId>()
  let count = 0
  let amount = 0
  for (const line of bills.flatMap((bill) => bill.lines)) {
    for (const { reason, by, worth } of unitsTakenBack(line, how)) {
      byReason.add(reason, 1, worth)
      byPerson.add(by, 1, worth)
      count += 1
      amount += worth
    }
  }
  return { count, amount, byReason: byReason.rows(), byPerson: byPerson.rows() }
}

interface TakenUnit {
  readonly reason: string
  readonly by: PersonId
  readonly worth: Money
}

function unitsTakenBack({ line, voidedUnits, compedUnits }: BillLine, how: 'voided' | 'comped'): TakenUnit[] {
  const numbers = new Set(how === 'voided' ? voidedUnits : compedUnits)
  if (numbers.size === 0) return []
  const amounts = unitAmounts(line)
  return line.units.flatMap((unit, index) => {
    const said = unit[how]
    return said && numbers.has(unit.unit) ? [{ reason: said.reason, by: said.by, worth: amounts[index] ?? 0 }] : []
  })
}
