import type { NotePreset, Reason } from '../branch/index.ts'
import type { IdSource } from '../kernel/index.ts'

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

/** The reasons and notes that a restaurant begins with; its manager changes them. */
export function usualPresets(ids: IdSource): { reasons: Reason[]; notePresets: NotePreset[] } {
  return {
    reasons: REASONS.map(([use, zh, en]) => ({ id: ids.next('reason'), use, names: { zh, en } })),
    notePresets: NOTES.map(([zh, en]) => ({ id: ids.next('notePreset'), names: { zh, en } })),
  }
}
