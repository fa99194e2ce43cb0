export * from './memory-document-store.ts'
export * from './planted-mistakes.ts'
