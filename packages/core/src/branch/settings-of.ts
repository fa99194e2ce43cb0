import { tenderSchema } from '../orders/index.ts'
import type { Branch } from './branch.ts'

type WithDefault =
  | 'orderTypes'
  | 'reasons'
  | 'notePresets'
  | 'discounts'
  | 'tenders'
  | 'tipRates'
  | 'waitingMinutes'
  | 'sendUndoSeconds'

type Settings = { readonly [K in WithDefault]-?: NonNullable<Branch[K]> } & Pick<
  Branch,
  'coverCharge' | 'deliveryCharge' | 'serviceCharge' | 'rounding' | 'receiptFooter' | 'payCodes' | 'fallbackStation'
>

const ORDER_TYPES: Settings['orderTypes'] = {
  dineIn: { inUse: true, slowMinutes: 10, lateMinutes: 20 },
  takeaway: { inUse: true, slowMinutes: 8, lateMinutes: 15 },
  delivery: { inUse: true, slowMinutes: 12, lateMinutes: 25 },
}
const WAITING_MINUTES = 15
const SEND_UNDO_SECONDS = 6

/** The settings of a branch with what holds where its document says nothing; deleted presets are left out. */
export function settingsOf(branch: Branch): Settings {
  const {
    orderTypes = ORDER_TYPES,
    reasons = [],
    notePresets = [],
    discounts = [],
    tenders = tenderSchema.options,
    tipRates = [],
    waitingMinutes = WAITING_MINUTES,
    sendUndoSeconds = SEND_UNDO_SECONDS,
  } = branch
  return {
    ...branch,
    orderTypes,
    reasons: reasons.filter((reason) => !reason.deleted),
    notePresets: notePresets.filter((preset) => !preset.deleted),
    discounts: discounts.filter((discount) => !discount.deleted),
    tenders: [...tenders],
    tipRates,
    waitingMinutes,
    sendUndoSeconds,
  }
}
