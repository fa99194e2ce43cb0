import { CURRENCIES, type Language } from '@orderez/core/kernel'
import { parseMenuText, type MenuText } from '@orderez/core/menu'
import { isObviousPin, type FloorLayoutName, type SetupRequest } from '@orderez/core/setup'

/** What the wizard holds while somebody fills it in. */
export interface SetupDraft {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly currency: string
  readonly timeZone: string
  /** As it was typed, in percent. */
  readonly taxPercent: string
  readonly taxIncluded: boolean
  readonly menu: string
  readonly floor: FloorLayoutName
  readonly owner: string
  readonly pin: string
  readonly again: string
}

const CURRENCY_OF_REGION: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'CNY',
  'Asia/Urumqi': 'CNY',
  'Asia/Hong_Kong': 'HKD',
  'Asia/Macau': 'MOP',
  'Asia/Taipei': 'TWD',
  'Asia/Tokyo': 'JPY',
  'Asia/Seoul': 'KRW',
  'Asia/Singapore': 'SGD',
  'Europe/London': 'GBP',
}
const PPM_OF_PERCENT = 10_000

/** What can be known of the place: its time zone, and the money that is likely there. */
export function newDraft(timeZone: string): SetupDraft {
  const region = timeZone.split('/')[0]
  const currency = CURRENCY_OF_REGION[timeZone] ?? (region === 'Europe' ? 'EUR' : region === 'America' ? 'USD' : 'CNY')
  return {
    code: '',
    zh: '',
    en: '',
    currency,
    timeZone,
    taxPercent: currency === 'CNY' ? '6' : '0',
    taxIncluded: true,
    menu: '',
    floor: 'bistro',
    owner: '',
    pin: '',
    again: '',
  }
}

/** Parts per million; null where the text is no rate from 0 to 100 with at most two decimals. */
export function taxPpm(percent: string): number | null {
  const text = percent.trim().replace(',', '.')
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return null
  const ppm = Math.round(Number(text) * PPM_OF_PERCENT)
  return ppm <= 100 * PPM_OF_PERCENT ? ppm : null
}

export function menuOf({ menu, currency }: SetupDraft): MenuText {
  const known = CURRENCIES.get(currency)
  return known ? parseMenuText(menu, known) : { rows: [], errors: [] }
}

export const SETUP_STEPS = ['place', 'menu', 'floor', 'owner'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

export type DraftProblem =
  | 'setup.needsName'
  | 'setup.badTax'
  | 'setup.badTimeZone'
  | 'setup.needsOwner'
  | 'setup.sixDigits'
  | 'setup.obvious'
  | 'setup.notTheSame'

/** Why a step cannot be left yet, or null. */
export function problemOf(step: SetupStep, draft: SetupDraft): DraftProblem | null {
  if (step === 'place') {
    if (draft.zh.trim() === '' && draft.en.trim() === '') return 'setup.needsName'
    if (!isTimeZone(draft.timeZone)) return 'setup.badTimeZone'
    return taxPpm(draft.taxPercent) === null ? 'setup.badTax' : null
  }
  if (step !== 'owner') return null
  if (draft.owner.trim() === '') return 'setup.needsOwner'
  if (!/^\d{6}$/.test(draft.pin)) return 'setup.sixDigits'
  if (isObviousPin(draft.pin)) return 'setup.obvious'
  return draft.pin === draft.again ? null : 'setup.notTheSame'
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch (cause) {
    if (cause instanceof RangeError) return false
    throw cause
  }
}

/** The whole of it, as the server takes it. */
export function requestOf(draft: SetupDraft, language: Language, terminal: string): SetupRequest {
  return {
    names: { zh: draft.zh.trim(), en: draft.en.trim() },
    currency: draft.currency,
    timeZone: draft.timeZone,
    language,
    tax: { ratePpm: taxPpm(draft.taxPercent) ?? 0, inclusive: draft.taxIncluded },
    menu: draft.menu,
    floor: draft.floor,
    owner: { name: draft.owner.trim(), pin: draft.pin },
    terminal,
  }
}
