export { Contradictions } from './contradictions.tsx'
export { dueOf, unlessBroken } from './due-of.ts'
export { relatedOrders } from './related-orders.ts'
export { useOrder, type OrderView } from './use-order.ts'
