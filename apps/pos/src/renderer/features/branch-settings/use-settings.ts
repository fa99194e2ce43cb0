import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { checkSettings, settingsOf, type Branch, type BranchSettings } from '@orderez/core/branch'
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
  | 'fallbackStation'
  | 'payCodes'

/** Each with what holds now. */
type CurrentSettings = { readonly [K in Edited]-?: Exclude<BranchSettings[K], undefined> }

type Change = Pick<BranchSettings, Edited>

/** The settings as they stand, removed presets too, and the one way to change them. */
export interface SettingsEditor {
  readonly settings: CurrentSettings
  readonly edits: DocumentEdits
  /**
   * Writes what is allowed, as one step; says why it is refused. What goes on from the value before is given as a function of the
   * settings: two quick taps are two steps, though the screen is some milliseconds behind the first.
   */
  change(next: Change | ((now: CurrentSettings) => Change)): Promise<boolean>
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
    fallbackStation: branch.fallbackStation ?? null,
    payCodes: branch.payCodes ?? {},
  }
  const written = useRef<{ readonly over: Branch; readonly settings: CurrentSettings } | null>(null)
  const writing = useRef(0)
  return {
    settings,
    edits,
    async change(asked) {
      const isAhead = writing.current > 0 || written.current?.over === branch
      const now = (isAhead && written.current?.settings) || settings
      const next = typeof asked === 'function' ? asked(now) : asked
      const checked = checkSettings(next)
      if (!checked.ok) {
        notices.say(t(problemKeyOf(checked.code)))
        return false
      }
      // What held before is said in words: where a setting was absent, taking the change back must not leave it.
      const before = Object.fromEntries(Object.keys(next).map((key) => [key, now[key as Edited]]))
      written.current = { over: branch, settings: { ...now, ...next } as CurrentSettings }
      writing.current += 1
      const isSaved = await edits.write([{ before: { ...branch, ...before }, after: { ...branch, ...checked.value } }])
      writing.current -= 1
      if (!isSaved) written.current = null
      return isSaved
    },
  }
}
