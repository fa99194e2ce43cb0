export { problemKeyOf } from './problem-key-of.ts'
