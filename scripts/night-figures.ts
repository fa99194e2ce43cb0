export interface NightOptions {
  readonly minutes: number
  /** Where the kitchen screen's CPU profile goes; it costs the screen some time. */
  readonly profile?: string | undefined
  say(line: string): void
}

export interface NightFigures {
  readonly sent: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly apart: readonly string[]
  readonly unpainted: number
  readonly sendToKitchenMs: { readonly p50: number; readonly p99: number; readonly count: number }
  readonly longTasks: { readonly count: number; readonly longestMs: number; readonly totalMs: number }
  /** Of the kitchen screen's main thread: how long its tasks took, and how long the processor worked for them. */
  readonly kitchenWork: { readonly taskMs: number; readonly ownMs: number }
}

/** What plays an evening; it needs the types of a browser, which the tooling does not have. */
export interface NightModule {
  saturdayNight(options: NightOptions): Promise<NightFigures>
}
