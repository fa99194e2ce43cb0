export { ClosedOrdersScreen } from './closed-orders-screen.tsx'
export { PaymentScreen } from './payment-screen.tsx'
