export * from './area.ts'
export * from './table.ts'
