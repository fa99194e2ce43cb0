export * from './memory-document-store.ts'
export * from './memory-fact-log.ts'
export * from './memory-terminal-store.ts'
export * from './planted-mistakes.ts'
