import type { Branch } from '@orderez/core/branch'
import type { IdSource } from '@orderez/core/kernel'
import { usualPresets } from '@orderez/core/setup'

/** What the demo's manager has set for the restaurant. */
export function demoSettings(ids: IdSource): Partial<Branch> {
  return {
    coverCharge: null,
    deliveryCharge: {
      names: { zh: '外送费', en: 'Delivery' },
      amount: 600,
      tax: { ratePpm: 60_000, inclusive: true },
    },
    ...usualPresets(ids),
    discounts: [
      {
        id: ids.next('discountPreset'),
        names: { zh: '9折', en: '10% off' },
        method: { type: 'percent', ratePpm: 100_000 },
      },
      {
        id: ids.next('discountPreset'),
        names: { zh: '会员', en: 'Member' },
        method: { type: 'percent', ratePpm: 50_000 },
      },
    ],
    tenders: ['cash', 'card', 'wechat', 'alipay', 'voucher'],
    payCodes: {
      wechat: 'https://pay.example/wechat?amount={amount}&order={reference}',
      alipay: 'https://pay.example/alipay?amount={amount}&order={reference}',
    },
    rounding: { to: 100, mode: 'down' },
    tipRates: [50_000, 100_000, 150_000],
    orderTypes: {
      dineIn: { inUse: true, slowMinutes: 10, lateMinutes: 20 },
      takeaway: { inUse: true, slowMinutes: 8, lateMinutes: 15 },
      delivery: { inUse: true, slowMinutes: 12, lateMinutes: 25 },
    },
  }
}
