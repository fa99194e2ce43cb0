export { TablesScreen } from './tables-screen.tsx'
