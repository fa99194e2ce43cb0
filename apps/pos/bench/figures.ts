import type { Report } from '../../../scripts/measurement.ts'

export const BENCH = 'order-path'

/** The value below which `share` of the values lie, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Reports p50 and one higher percentile of times in ms, as `NAME-p50-ms` and `NAME-p99-ms`. */
export function reportTimes(report: Report, name: string, subject: string, times: readonly number[]): void {
  for (const [label, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const) {
    report({
      bench: BENCH,
      measure: `${name}-${label}-ms`,
      subject,
      value: rounded(percentile(times, share)),
      unit: 'ms',
    })
  }
}

export function rounded(value: number): number {
  return Number(value.toFixed(1))
}
