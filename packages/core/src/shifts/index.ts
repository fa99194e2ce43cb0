export * from './cash-movement.ts'
export * from './drawer.ts'
export * from './shift.ts'
export * from './shift-report.ts'
