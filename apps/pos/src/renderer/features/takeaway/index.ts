export { TakeawayHead, takeawayType } from './takeaway-head.tsx'
export { TakeawayRail } from './takeaway-rail.tsx'
