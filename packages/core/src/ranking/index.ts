export * from './heat.ts'
