import { err, ok, PARTS_PER_MILLION, type Result } from '../kernel/index.ts'

const PPM_IN_A_PERCENT = 10_000
const PERCENT = /^(\d{1,3})(?:[.,](\d{1,4}))?%?$/

export type RateProblem = 'rate.malformed' | 'rate.tooHigh'

/** A rate as a person types it, in percent with at most four decimals: "6", "8.5%". In parts per million; at most 100 %. */
export function parseRate(text: string): Result<number, RateProblem> {
  const [, whole, decimals = ''] = PERCENT.exec(text.normalize('NFKC').replaceAll(/\s/gu, '')) ?? []
  if (whole === undefined) return err('rate.malformed')
  const ppm = Number(whole) * PPM_IN_A_PERCENT + Number(decimals.padEnd(4, '0'))
  return ppm > PARTS_PER_MILLION ? err('rate.tooHigh') : ok(ppm)
}

/** What a person would type for the rate, without the sign; `parseRate` reads it back. */
export function rateText(ratePpm: number): string {
  const decimals = String(ratePpm % PPM_IN_A_PERCENT)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${Math.floor(ratePpm / PPM_IN_A_PERCENT)}${decimals === '' ? '' : `.${decimals}`}`
}
