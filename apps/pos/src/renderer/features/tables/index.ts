export { initialsOf } from './attention.ts'
export { TablesScreen } from './tables-screen.tsx'
