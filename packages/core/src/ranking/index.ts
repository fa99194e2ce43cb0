export * from './favourites.ts'
export * from './heat.ts'
export * from './heat-scores.ts'
