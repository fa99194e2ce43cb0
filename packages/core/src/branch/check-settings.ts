import type * as z from 'zod'
import { err, ok, type Result } from '../kernel/index.ts'
import { editableBranchSchema, type BranchSettings } from './branch.ts'

/** Where a rule is about a field, by the end of its path. */
const BY_FIELD = {
  names: 'names.empty',
  slowMinutes: 'minutes.range',
  lateMinutes: 'minutes.range',
  waitingMinutes: 'minutes.range',
  sendUndoSeconds: 'seconds.range',
  ratePpm: 'rate.range',
  amount: 'amount.range',
  to: 'amount.range',
  receiptFooter: 'text.tooLong',
} as const

export type SettingsProblem =
  | (typeof BY_FIELD)[keyof typeof BY_FIELD]
  | 'orderType.slowAfterLate'
  | 'orderTypes.none'
  | 'tenders.none'
  | 'tips.range'
  | 'list.tooLong'
  | 'settings.malformed'

/**
 * Whether a manager may set this. Fails with what is wrong first: a name that is empty in both languages, a number outside its range,
 * a clock that is slow only after it is late (`orderType.slowAfterLate`), no way left to order or to pay, or a list that is too long.
 */
export function checkSettings(change: BranchSettings): Result<BranchSettings, SettingsProblem> {
  const parsed = editableBranchSchema.safeParse(change)
  if (!parsed.success) return err(problemOf(parsed.error.issues))
  const { orderTypes, tenders } = parsed.data
  if (tenders?.length === 0) return err('tenders.none')
  if (orderTypes && !Object.values(orderTypes).some(({ inUse }) => inUse)) return err('orderTypes.none')
  return ok(parsed.data)
}

function problemOf([issue]: readonly z.core.$ZodIssue[]): SettingsProblem {
  if (!issue) return 'settings.malformed'
  if (issue.message === 'orderType.slowAfterLate') return issue.message
  if (issue.code === 'too_big' && issue.origin === 'array') return 'list.tooLong'
  if (issue.path[0] === 'tipRates') return 'tips.range'
  const field = issue.path.findLast((part): part is keyof typeof BY_FIELD => Object.hasOwn(BY_FIELD, part))
  return field ? BY_FIELD[field] : 'settings.malformed'
}
