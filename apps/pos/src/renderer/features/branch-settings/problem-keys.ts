import type { RateProblem, SettingsProblem } from '@orderez/core/branch'

type Problem = SettingsProblem | RateProblem | 'station.inUse' | 'tax.inUse'

const PROBLEMS = {
  'names.empty': 'manager.needsName',
  'minutes.range': 'settings.minutesRange',
  'seconds.range': 'settings.secondsRange',
  'rate.range': 'settings.rateRange',
  'rate.malformed': 'settings.rateMalformed',
  'rate.tooHigh': 'settings.rateRange',
  'amount.range': 'settings.amountRange',
  'text.tooLong': 'settings.textTooLong',
  'orderType.slowAfterLate': 'settings.slowAfterLate',
  'orderTypes.none': 'settings.noOrderType',
  'tenders.none': 'settings.noTender',
  'tips.range': 'settings.rateRange',
  'list.tooLong': 'settings.listTooLong',
  'settings.malformed': 'manager.notValid',
  'station.inUse': 'settings.stationInUse',
  'tax.inUse': 'settings.taxInUse',
} as const satisfies Record<Problem, string>

/** The sentence for what a setting refuses. */
export function problemKeyOf(code: Problem): (typeof PROBLEMS)[Problem] {
  return PROBLEMS[code]
}
