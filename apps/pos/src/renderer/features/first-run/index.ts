export { DeleteDemo } from './delete-demo.tsx'
export { FirstRun } from './first-run.tsx'
export { problemKey } from './problem-key.ts'
export { SiteGuard } from './site-guard.tsx'
