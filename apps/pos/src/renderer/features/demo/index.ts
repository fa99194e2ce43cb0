export { DemoPanel } from './demo-panel.tsx'
export { DemoSign } from './demo-sign.tsx'
