import { businessDaySchema, idSchema, type BusinessDay, type TerminalId } from '../kernel/index.ts'

/** A terminal's ledger of one business day, as it is named on the terminal and in the addresses of the server. */
export interface LedgerName {
  readonly terminal: TerminalId
  readonly day: BusinessDay
}

export function ledgerNameOf({ terminal, day }: LedgerName): string {
  return `${terminal}.${day}`
}

/** Null for what names no ledger. */
export function parseLedgerName(name: string): LedgerName | null {
  const [first, second, ...rest] = name.split('.')
  const terminal = idSchema('terminal').safeParse(first)
  const day = businessDaySchema.safeParse(second)
  return terminal.success && day.success && rest.length === 0 ? { terminal: terminal.data, day: day.data } : null
}
