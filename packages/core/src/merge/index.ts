export * from './edit-history.ts'
export * from './merge-documents.ts'
export * from './merge-policy.ts'
export * from './rebase.ts'
