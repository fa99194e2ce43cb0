export * from './adjust-bill.ts'
export * from './refund-payment.ts'
export * from './set-payment-state.ts'
export * from './take-payment.ts'
