import type { Branch, Reason } from '@orderez/core/branch'
import type { IdSource } from '@orderez/core/kernel'

const REASONS: readonly (readonly [use: Reason['use'], zh: string, en: string])[] = [
  ['void', '客人取消', 'Guest changed their mind'],
  ['void', '点错了', 'Entered by mistake'],
  ['void', '已售罄', 'Sold out'],
  ['comp', '等候过久', 'Long wait'],
  ['comp', '菜品问题', 'Something wrong with the dish'],
  ['comp', '老板请客', 'On the house'],
  ['discount', '熟客', 'Regular guest'],
  ['discount', '致歉', 'Apology'],
  ['refund', '多收了', 'Charged too much'],
  ['refund', '菜品问题', 'Something wrong with the dish'],
  ['reopen', '付款方式有误', 'Wrong way of paying'],
  ['reopen', '客人加菜', 'Guest orders more'],
]
const NOTES = [
  ['少辣', 'Less spicy'],
  ['免葱', 'No scallion'],
  ['免香菜', 'No coriander'],
  ['少油', 'Less oil'],
  ['少盐', 'Less salt'],
  ['打包', 'To go'],
  ['先上', 'Serve first'],
] as const

/** What the demo's manager has set for the restaurant. */
export function demoSettings(ids: IdSource): Partial<Branch> {
  return {
    coverCharge: null,
    deliveryCharge: {
      names: { zh: '外送费', en: 'Delivery' },
      amount: 600,
      tax: { ratePpm: 60_000, inclusive: true },
    },
    reasons: REASONS.map(([use, zh, en]) => ({ id: ids.next('reason'), use, names: { zh, en } })),
    notePresets: NOTES.map(([zh, en]) => ({ id: ids.next('notePreset'), names: { zh, en } })),
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
