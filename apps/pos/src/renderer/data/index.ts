export { createEntrance, type Entrance } from './entrance.ts'
export { enrol } from './enrol.ts'
export { forgetTerminal, sweepForgotten } from './forget-terminal.ts'
export { checkSetupCode, enterDemo, setUpRestaurant } from './setup-calls.ts'
export { deleteDemo, inviteTerminal, revokeTerminal, type Invitation } from './terminal-calls.ts'
export { fetchSiteFacts, type SiteFacts } from './site-facts.ts'
export { readEvening, turnEvening, type EveningFacts, type EveningTurn } from './evening.ts'
export { readServerReport } from './server-report.ts'
export { useIsDemo, useNetworkCut } from './use-demo.ts'
export { useLive, type LiveValue } from './live-value.ts'
export {
  EntranceContext,
  TerminalContext,
  useEngineStatus,
  useEntrance,
  useIsOpen,
  useTerminal,
} from './terminal-context.ts'
export type { BranchRecords } from './branch-records.ts'
export type { DocumentKinds } from './documents-of-kind.ts'
export type { Floor } from './floor.ts'
export type { Menu } from './menu.ts'
export type { Terminal } from './terminal.ts'
