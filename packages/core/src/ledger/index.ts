export * from './ledger-entry.ts'
export * from './ledger-name.ts'
export * from './missing-facts.ts'
export * from './verify-ledger.ts'
