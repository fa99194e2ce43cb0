import { FOUL_NAMES, OPERATION_NAMES } from './actors/act.ts'
import { EDIT_NAMES } from './actors/edit-documents.ts'
import { FAULT_NAMES } from './world/faults.ts'

/** What a run over many seeds has to have exercised; otherwise its checks say nothing. */
export const EXPECTED: readonly string[] = [
  ...OPERATION_NAMES.map((name) => `op.${name}`),
  ...FOUL_NAMES.map((name) => `foul.${name}`),
  ...EDIT_NAMES.map((name) => `edit.${name}`),
  ...FAULT_NAMES.map((name) => `fault.${name}`),
]
