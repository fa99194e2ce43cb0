export * from './carry-lines.ts'
export * from './cart.ts'
export * from './sent-line-id.ts'
export * from './unsent-lines.ts'
