export { ManagerScreen } from './manager-screen.tsx'
