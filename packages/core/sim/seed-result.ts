/** What one seed came to. Plain data: it crosses from the worker to the program. */
export interface SeedResult {
  readonly seed: number
  readonly failure: SeedFailure | null
  /** Digest of the whole script: the same seed gives the same one. */
  readonly digest: string
  readonly counts: Readonly<Record<string, number>>
  readonly virtualMs: number
  readonly cpuMs: number
  /** The whole script, where it was asked for; else empty. */
  readonly script: readonly string[]
}

export interface SeedFailure {
  /** Id of the check, as in DESIGN 9: `S1`, `C3` …; `throw` when a part threw. */
  readonly check: string
  readonly step: number
  readonly message: string
  /** The last events before it. */
  readonly events: readonly string[]
}
