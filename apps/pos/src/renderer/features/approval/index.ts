export { useApproval, type Approved } from './use-approval.tsx'
