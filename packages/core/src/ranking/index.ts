export * from './heat.ts'
export * from './heat-scores.ts'
