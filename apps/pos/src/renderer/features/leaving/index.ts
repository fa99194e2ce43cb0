export { DeleteDemo } from './delete-demo.tsx'
export { problemKey } from './problem-key.ts'
export { SiteGuard } from './site-guard.tsx'
