import type { ComponentType } from 'react'
import { ChargesSubject } from './charges-subject.tsx'
import { DiscountsSubject } from './discounts-subject.tsx'
import { NotesSubject } from './notes-subject.tsx'
import { OrderTypesSubject } from './order-types-subject.tsx'
import { ReasonsSubject } from './reasons-subject.tsx'
import { ReceiptSubject } from './receipt-subject.tsx'
import { RoundingSubject } from './rounding-subject.tsx'
import { StationsSubject } from './stations-subject.tsx'
import { TaxesSubject } from './taxes-subject.tsx'
import { TendersSubject } from './tenders-subject.tsx'
import { TimesSubject } from './times-subject.tsx'
import type { SettingsEditor } from './use-settings.ts'

interface SettingsSubject {
  readonly id: string
  readonly word: `settings.${string}`
  readonly Subject: ComponentType<{ readonly editor: SettingsEditor }>
}

/** What can be set, in the order of the navigation: one row a subject. */
export const SUBJECTS = [
  { id: 'stations', word: 'settings.stations', Subject: StationsSubject },
  { id: 'orderTypes', word: 'settings.orderTypes', Subject: OrderTypesSubject },
  { id: 'reasons', word: 'settings.reasons', Subject: ReasonsSubject },
  { id: 'notes', word: 'settings.notes', Subject: NotesSubject },
  { id: 'discounts', word: 'settings.discounts', Subject: DiscountsSubject },
  { id: 'tenders', word: 'settings.tenders', Subject: TendersSubject },
  { id: 'charges', word: 'settings.charges', Subject: ChargesSubject },
  { id: 'taxes', word: 'settings.taxes', Subject: TaxesSubject },
  { id: 'rounding', word: 'settings.rounding', Subject: RoundingSubject },
  { id: 'times', word: 'settings.times', Subject: TimesSubject },
  { id: 'receipt', word: 'settings.receipt', Subject: ReceiptSubject },
] as const satisfies readonly SettingsSubject[]
