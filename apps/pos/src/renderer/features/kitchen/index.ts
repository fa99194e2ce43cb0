export { KitchenScreen } from './kitchen-screen.tsx'
export { ExpoScreen } from './expo-screen.tsx'
export { BoardScreen } from './board-screen.tsx'
