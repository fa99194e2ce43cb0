import * as z from 'zod'

/** How a currency is written: `exponent` digits behind the point (yen 0, yuan 2, Kuwaiti dinar 3). */
export const currencySchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/),
  exponent: z.literal([0, 2, 3]),
})
export type Currency = Readonly<z.infer<typeof currencySchema>>

const WITHOUT_MINOR = ['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XAF', 'XOF', 'XPF', 'PYG', 'UGX']
const THOUSANDTHS_OF = ['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD']
const HUNDREDTHS_OF = (
  'CNY HKD MOP TWD USD EUR GBP SGD MYR THB IDR PHP INR LKR NPR BDT PKR MMK KHR LAK MNT KZT AUD NZD CAD MXN BRL ARS PEN COP ' +
  'CHF SEK NOK DKK PLN CZK HUF RON BGN TRY RUB UAH ILS AED SAR QAR EGP MAD ZAR KES NGN GHS'
).split(' ')

/** The currencies a restaurant can be set up with, by ISO 4217 code. */
export const CURRENCIES: ReadonlyMap<string, Currency> = new Map<string, Currency>([
  ...HUNDREDTHS_OF.map((code) => [code, { code, exponent: 2 }] as const),
  ...WITHOUT_MINOR.map((code) => [code, { code, exponent: 0 }] as const),
  ...THOUSANDTHS_OF.map((code) => [code, { code, exponent: 3 }] as const),
])
