export * from './cash-movement.ts'
export * from './drawer.ts'
export * from './shift.ts'
