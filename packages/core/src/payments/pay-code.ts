import type { Branch } from '../branch/index.ts'
import type { Currency, Money } from '../kernel/index.ts'
import type { Tender } from '../orders/index.ts'

/** Tenders that a guest pays by a code on a screen, with an answer that may come late or never (M7). */
const QR_TENDERS = ['wechat', 'alipay'] as const satisfies readonly Tender[]
export type QrTender = (typeof QR_TENDERS)[number]

export function isQrTender(tender: Tender): tender is QrTender {
  return QR_TENDERS.some((each) => each === tender)
}

export interface PayCodeRequest {
  readonly tender: QrTender
  /** Minor units, the tip included: what the guest is to send. */
  readonly sum: Money
  readonly currency: Currency
  /** By which the money is found again at the provider: the order's number. */
  readonly reference: string
}

/**
 * The text of the code that a guest scans: the branch's own collecting code, with `{amount}` in major units and `{reference}` filled in where
 * it has such places. Null where the branch has set none.
 */
export function payCode(
  codes: Branch['payCodes'],
  { tender, sum, currency, reference }: PayCodeRequest,
): string | null {
  const code = codes?.[tender]
  if (!code) return null
  const amount = (sum / 10 ** currency.exponent).toFixed(currency.exponent)
  return code.replaceAll('{amount}', amount).replaceAll('{reference}', encodeURIComponent(reference))
}
