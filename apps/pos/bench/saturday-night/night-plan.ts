/** Profile M: 180 sends an hour, and now and then 10 in 10 seconds. Ms from the beginning, ascending. */
export function plannedSends(minutes: number): readonly number[] {
  const length = minutes * 60_000
  const usual = times(length, 20_000, 1)
  const bursts = times(length, 120_000, 1).flatMap((from) => times(10_000, 1_000, 1).map((at) => from + 30_000 + at))
  return [...usual, ...bursts].filter((at) => at < length).toSorted((a, b) => a - b)
}

function times(length: number, every: number, first: number): number[] {
  return Array.from({ length: Math.ceil(length / every) }, (_, index) => index * every + first)
}

/** The value below which so much of them lies; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
