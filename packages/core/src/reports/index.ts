export * from './csv.ts'
export * from './last-days.ts'
export * from './report.ts'
export * from './report-of.ts'
