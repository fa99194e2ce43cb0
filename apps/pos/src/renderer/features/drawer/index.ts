export { DrawerScreen } from './drawer-screen.tsx'
