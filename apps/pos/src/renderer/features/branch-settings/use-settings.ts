import { useTranslation } from 'react-i18next'
import { checkSettings, settingsOf, type BranchSettings } from '@orderez/core/branch'
import { usePerson } from '../../state/index.ts'
import type { DocumentEdits } from '../document-edits/index.ts'
import { useNotices } from '../notices/index.ts'
import { problemKeyOf } from './problem-keys.ts'

/** What the subjects set; other features have settings of their own. */
type Edited =
  | 'orderTypes'
  | 'tenders'
  | 'tipRates'
  | 'waitingMinutes'
  | 'sendUndoSeconds'
  | 'reasons'
  | 'notePresets'
  | 'discounts'
  | 'coverCharge'
  | 'deliveryCharge'
  | 'serviceCharge'
  | 'rounding'
  | 'receiptFooter'

/** Each with what holds now. */
type CurrentSettings = { readonly [K in Edited]-?: Exclude<BranchSettings[K], undefined> }

/** The settings as they stand, removed presets too, and the one way to change them. */
export interface SettingsEditor {
  readonly settings: CurrentSettings
  readonly edits: DocumentEdits
  /** Writes what is allowed, as one step; says why it is refused. */
  change(next: Pick<BranchSettings, Edited>): Promise<boolean>
}

export function useSettings(edits: DocumentEdits): SettingsEditor {
  const { t } = useTranslation()
  const { branch } = usePerson()
  const notices = useNotices()
  const { orderTypes, tenders, tipRates, waitingMinutes, sendUndoSeconds } = settingsOf(branch)
  const settings: CurrentSettings = {
    orderTypes,
    tenders,
    tipRates,
    waitingMinutes,
    sendUndoSeconds,
    reasons: branch.reasons ?? [],
    notePresets: branch.notePresets ?? [],
    discounts: branch.discounts ?? [],
    coverCharge: branch.coverCharge ?? null,
    deliveryCharge: branch.deliveryCharge ?? null,
    serviceCharge: branch.serviceCharge ?? null,
    rounding: branch.rounding ?? null,
    receiptFooter: branch.receiptFooter ?? '',
  }
  return {
    settings,
    edits,
    async change(next) {
      const checked = checkSettings(next)
      if (!checked.ok) {
        notices.say(t(problemKeyOf(checked.code)))
        return false
      }
      // What held before is said in words: where a setting was absent, taking the change back must not leave it.
      const before = Object.fromEntries(Object.keys(next).map((key) => [key, settings[key as Edited]]))
      return edits.write([{ before: { ...branch, ...before }, after: { ...branch, ...checked.value } }])
    },
  }
}
