import type { BranchId, TerminalId } from '../kernel/index.ts'
import type { Entropy, FactLog, PlatformClock, ServerLink, TerminalStore, Timers } from '../sync/index.ts'

/** Mistakes of the terminal's half that a test can switch on; absent in production. `ack-before-flush` is the log's. */
export type EngineMistake =
  | 'cursor-before-apply'
  | 'retry-with-new-id'
  | 'log-cleared-on-5xx'
  | 'decided-before-verdict-stored'
  | 'drop-on-refused'
  | 'pull-overlaps-push'
  | 'stale-checkpoint-after-epoch'
  | 'number-reused-after-crash'

export interface EngineMistakes {
  has(mistake: EngineMistake): boolean
}

/** Everything that the engine needs from the platform. It knows no other clock, timer, chance, disk or network. */
export interface EnginePorts {
  readonly log: FactLog
  readonly store: TerminalStore
  readonly link: ServerLink
  readonly clock: PlatformClock
  readonly timers: Timers
  readonly entropy: Entropy
  readonly mistakes?: EngineMistakes
}

/** Who this terminal is, as it was enrolled. */
export interface TerminalIdentity {
  readonly terminal: TerminalId
  readonly branch: BranchId
}
