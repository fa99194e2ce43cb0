export * from './authority-ports.ts'
export * from './authority.ts'
export * from './create-authority.ts'
export type { OrdersWanted } from './find-orders.ts'
