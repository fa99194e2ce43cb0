export { ReportsPanel } from './reports-panel.tsx'
export { TodayPanel } from './today-panel.tsx'
