import { err, MAX_QUANTITY, ok, THOUSANDTHS, type Quantity, type Result } from '../kernel/index.ts'

const DECIMALS = 3

/**
 * A weight as a person types it, as thousandths of the dish's unit ("1.25" is 1250). Fails with `weight.malformed` (nothing, no number, or
 * more than three decimals) or `weight.outOfRange` (zero, or more than a line may have).
 */
export function parseWeight(text: string): Result<Quantity, 'weight.malformed' | 'weight.outOfRange'> {
  const match = /^(\d{1,9})?(?:\.(\d{0,3}))?$/.exec(text)
  if (!match || !/\d/.test(text)) return err('weight.malformed')
  const [, whole = '0', decimals = ''] = match
  const quantity = Number(whole) * THOUSANDTHS + Number(decimals.padEnd(DECIMALS, '0'))
  return quantity > 0 && quantity <= MAX_QUANTITY ? ok(quantity) : err('weight.outOfRange')
}

/** A weight with as many decimals as it needs: "1.25", "2". Nothing but digits and a point, so that it can be typed again. */
export function weightText(quantity: Quantity): string {
  const decimals = String(quantity % THOUSANDTHS)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '')
  const whole = Math.floor(quantity / THOUSANDTHS)
  return decimals === '' ? `${whole}` : `${whole}.${decimals}`
}
