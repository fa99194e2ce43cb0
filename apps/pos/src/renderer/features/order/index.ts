export { Contradictions } from './contradictions.tsx'
export { relatedOrders } from './related-orders.ts'
export { useOrder, type OrderView } from './use-order.ts'
