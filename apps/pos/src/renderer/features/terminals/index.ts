export { TerminalsPanel } from './terminals-panel.tsx'
