export { createLedgerAudit, type LedgerAudit } from './ledger-audit.ts'
export { ledgerHandlers, type LedgerHandlers } from './ledger-handlers.ts'
