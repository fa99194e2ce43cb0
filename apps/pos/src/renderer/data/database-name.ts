import type { TerminalId } from '@orderez/core/kernel'

/** The local database of this terminal; other names that belong to it begin with it. */
export function databaseName(terminal: TerminalId): string {
  return `orderez-${terminal}`
}
