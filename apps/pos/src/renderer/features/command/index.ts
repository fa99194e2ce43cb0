export { useCommand } from './use-command.ts'
