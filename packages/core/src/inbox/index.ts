export * from './conflict.ts'
export * from './dead-letter.ts'
export * from './ledger-finding.ts'
