export * from './line-price.ts'
export * from './line-tax.ts'
