export { useHeat, type HeatCounter } from './use-heat.ts'
export { usePopular } from './use-popular.ts'
