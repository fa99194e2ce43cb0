export { OrderPad } from './order-pad.tsx'
