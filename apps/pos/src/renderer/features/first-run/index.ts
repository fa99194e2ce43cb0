export { FirstRunPage } from './first-run-page.tsx'
export { FirstRun } from './first-run.tsx'
