export * from './authority-ports.ts'
export * from './authority.ts'
