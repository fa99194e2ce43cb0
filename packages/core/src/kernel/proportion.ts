import { invariant } from './invariant.ts'
import type { Money } from './money.ts'

/** Rates and percentages are integers in parts of this: 6 % is 60,000. */
export const PARTS_PER_MILLION = 1_000_000

/** amount × numerator ÷ denominator, rounded half away from zero, exact for all safe integers. `denominator` > 0. */
export function portion(amount: Money, numerator: number, denominator: number): Money {
  invariant(denominator > 0, 'portion of nothing')
  const { quotient, remainder } = divide(amount, numerator, denominator)
  return Math.abs(remainder) * 2 >= denominator ? quotient + Math.sign(remainder) : quotient
}

/**
 * Shares `total` by weights (non-negative integers) so that the parts sum to it exactly: by largest remainder, ties to the lower index.
 * All weights zero counts as all equal. A negative total gives the mirror image of the positive one. Nobody can share only nothing.
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  invariant(
    weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0),
    'weights are integers from 0',
  )
  const sum = weights.reduce((a, b) => a + b, 0)
  if (weights.length === 0) {
    invariant(total === 0, 'nobody to share an amount')
    return []
  }
  if (sum === 0) return allocate(total, Array<number>(weights.length).fill(1))
  const parts = weights.map((weight) => divide(Math.abs(total), weight, sum))
  let left = Math.abs(total) - parts.reduce((given, part) => given + part.quotient, 0)
  const shares = parts.map((part) => part.quotient)
  const byRemainder = parts
    .map((_, index) => index)
    .sort((a, b) => remainderAt(parts, b) - remainderAt(parts, a) || a - b)
  for (const index of byRemainder) {
    if (left === 0) break
    shares[index] = (shares[index] ?? 0) + 1
    left -= 1
  }
  return total < 0 ? shares.map((amount) => 0 - amount) : shares
}

/** Equal shares that sum to `total`; the first ones take the odd minor units. `ways` ≥ 1. */
export function share(total: Money, ways: number): Money[] {
  invariant(Number.isSafeInteger(ways) && ways >= 1, 'shared at least one way')
  return allocate(total, Array<number>(ways).fill(1))
}

/** Splits an amount into net, tax and gross: net + tax = gross always. `amount` is gross where `inclusive`, else net. */
export function taxOf(amount: Money, ratePpm: number, inclusive: boolean): { net: Money; tax: Money; gross: Money } {
  if (inclusive) {
    const tax = portion(amount, ratePpm, PARTS_PER_MILLION + ratePpm)
    return { net: amount - tax, tax, gross: amount }
  }
  const tax = portion(amount, ratePpm, PARTS_PER_MILLION)
  return { net: amount, tax, gross: amount + tax }
}

interface Division {
  readonly quotient: number
  readonly remainder: number
}

/** amount × factor ÷ divisor towards zero, with the remainder in the sign of the product. */
function divide(amount: number, factor: number, divisor: number): Division {
  invariant(
    Number.isSafeInteger(amount) && Number.isSafeInteger(factor) && Number.isSafeInteger(divisor),
    'integers only',
  )
  const product = amount * factor
  if (Number.isSafeInteger(product)) {
    const remainder = product % divisor
    return { quotient: (product - remainder) / divisor + 0, remainder: remainder + 0 }
  }
  const exact = BigInt(amount) * BigInt(factor)
  const quotient = Number(exact / BigInt(divisor))
  invariant(Number.isSafeInteger(quotient), 'the result is beyond safe integers')
  return { quotient, remainder: Number(exact % BigInt(divisor)) }
}

function remainderAt(parts: readonly Division[], index: number): number {
  return parts[index]?.remainder ?? 0
}
