export { useNotices } from './notices-context.ts'
export { NoticesProvider } from './notices-provider.tsx'
