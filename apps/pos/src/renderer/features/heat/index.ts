export { useHeat } from './use-heat.ts'
export { usePopular } from './use-popular.ts'
