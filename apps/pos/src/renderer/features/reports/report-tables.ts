import type { TFunction } from 'i18next'
import type { Money, Names, PersonId } from '@orderez/core/kernel'
import type { DayFigures, PeriodReport, Report, TakenBack, TallyOf } from '@orderez/core/reports'

/** A cell of money knows that it is money: a screen writes it with its sign, a file as a number. */
export type Cell = string | number | { readonly money: Money }

export interface ReportTable {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface Namer {
  readonly t: TFunction
  name(names: Names): string
  person(id: PersonId | null): string
  category(id: string | null): string
  reason(text: string): string
}

/** The tables below the charts, the same in the file. */
export function reportTables({ report, days }: PeriodReport, namer: Namer): readonly ReportTable[] {
  const { t } = namer
  const [units, amount] = [t('report.unitsHead'), t('report.amount')]
  const reasons = (title: string, rows: readonly TallyOf<string>[]): ReportTable => ({
    title,
    heads: [t('report.reason'), t('report.number'), amount],
    rows: byReason(rows, namer),
  })
  const people = (title: string, from: TakenBack): ReportTable => ({
    title,
    heads: [t('report.person'), units, amount],
    rows: from.byPerson.map((row) => [namer.person(row.of), row.count, { money: row.amount }]),
  })
  const dishes: ReportTable = {
    title: t('report.byDish'),
    heads: [t('report.dish'), units, amount],
    rows: report.byDish.map((row) => [namer.name(row.names), row.count, { money: row.amount }]),
  }
  const categories: ReportTable = {
    title: t('report.byCategory'),
    heads: [t('report.category'), units, amount],
    rows: report.byCategory.map((row) => [namer.category(row.of), row.count, { money: row.amount }]),
  }
  return [
    totalsTable(report, namer),
    ...(days.length > 1 ? [daysTable(days, namer)] : []),
    tendersTable(report, namer),
    dishes,
    categories,
    waitersTable(report, namer),
    reasons(t('report.discountReasons'), report.discounts.byReason),
    reasons(t('report.voidReasons'), report.voids.byReason),
    people(t('report.voidPeople'), report.voids),
    reasons(t('report.compReasons'), report.comps.byReason),
    people(t('report.compPeople'), report.comps),
  ].filter((table) => table.rows.length > 0)
}

/** People give one reason in two languages; it is one row. */
function byReason(rows: readonly TallyOf<string>[], { reason }: Namer): readonly (readonly Cell[])[] {
  const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0)
  return [...Map.groupBy(rows, (row) => reason(row.of))].map(([text, some]) => [
    text,
    sum(some.map(({ count }) => count)),
    { money: sum(some.map(({ amount }) => amount)) },
  ])
}

/** How the takings came about: from what was sold to what is billed, and what was paid. */
function totalsTable(report: Report, { t }: Namer): ReportTable {
  const rows: readonly (readonly [string, Money])[] = [
    [t('report.subtotal'), report.subtotal],
    [t('report.discounts'), -report.discounts.amount],
    [t('report.charges'), report.charges],
    [t('report.taxAdded'), report.taxAdded],
    [t('report.rounding'), report.rounding],
    [t('report.billed'), report.billed],
    [t('report.paid'), report.paid],
    [t('report.refunded'), -report.refunded],
    [t('report.takings'), report.takings],
    [t('report.tips'), report.tips],
  ]
  return {
    title: t('report.totals'),
    heads: [t('report.figure'), t('report.amount')],
    rows: rows.map(([label, money]) => [label, { money: money === 0 ? 0 : money }]),
  }
}

/** The latest first, as people look back. */
function daysTable(days: readonly DayFigures[], { t }: Namer): ReportTable {
  return {
    title: t('report.byDay'),
    heads: [t('report.day'), t('report.orders'), t('report.guests'), t('report.billed'), t('report.takings')],
    rows: days
      .toReversed()
      .map((row) => [row.day, row.orders, row.guests, { money: row.billed }, { money: row.takings }]),
  }
}

function tendersTable(report: Report, { t }: Namer): ReportTable {
  return {
    title: t('report.byTender'),
    heads: [t('report.tender'), t('report.number'), t('report.paid'), t('report.refunded'), t('report.takings')],
    rows: report.byTender.map((row) => [
      t(`tenderName.${row.tender}`),
      row.payments,
      { money: row.paid },
      { money: row.refunded },
      { money: row.takings },
    ]),
  }
}

function waitersTable(report: Report, { t, person }: Namer): ReportTable {
  return {
    title: t('report.byWaiter'),
    heads: [t('report.person'), t('report.orders'), t('report.guests'), t('report.billed'), t('report.takings')],
    rows: report.byWaiter.map((row) => [
      person(row.person),
      row.orders,
      row.guests,
      { money: row.billed },
      { money: row.takings },
    ]),
  }
}
