/** One figure: what was measured, on whom (`orderez` or the peer's name), in which unit. */
export interface Measurement {
  readonly bench: string
  readonly measure: string
  readonly subject: string
  readonly value: number
  readonly unit: string
}

export type Report = (measurement: Measurement) => void

/** What the module of a bench exports. */
export interface Bench {
  readonly run: (report: Report) => Promise<void>
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2
}
