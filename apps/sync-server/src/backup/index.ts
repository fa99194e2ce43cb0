export { makeBackup } from './make-backup.ts'
export { restoreBackup } from './restore-backup.ts'
export { runForPerson } from './run-for-person.ts'
