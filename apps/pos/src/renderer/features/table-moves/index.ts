export { MovesButton } from './moves-button.tsx'
