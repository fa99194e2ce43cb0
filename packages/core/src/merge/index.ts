export { mergeDocuments, type FieldConflict, type MergeRequest, type MergeResult } from './merge-documents.ts'
export type { MergePolicy, MergeRule } from './merge-policy.ts'
export { rebase, type Rebased } from './rebase.ts'
