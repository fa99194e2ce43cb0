export * from './action.ts'
export * from './can.ts'
export * from './rights.ts'
