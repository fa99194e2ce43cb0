export * from './conflict.ts'
export * from './dead-letter.ts'
