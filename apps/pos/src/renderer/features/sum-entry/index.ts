export { SumKeypad } from './sum-keypad.tsx'
export { useTypedSum } from './use-typed-sum.ts'
