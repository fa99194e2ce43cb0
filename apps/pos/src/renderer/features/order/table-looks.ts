import { AlarmClock, CalendarClock, ConciergeBell, ReceiptText, Send, User, type LucideIcon } from 'lucide-react'
import type { FloorState } from '@orderez/core/floor'

/** UI 3: only waiting and ready are solid, because only they ask for a hand now. */
export const TABLE_LOOKS: { readonly [S in FloorState]: string } = {
  free: 'border-line bg-surface text-ink-2',
  reserved: 'border-dashed border-line-strong bg-surface text-ink',
  seated: 'border-seat-edge bg-seat-soft text-on-seat-soft',
  sent: 'border-sent-edge bg-sent-soft text-on-sent-soft',
  paying: 'border-brand-edge bg-brand-soft text-on-brand-soft',
  waiting: 'border-wait-edge bg-wait text-on-wait',
  ready: 'border-ready bg-ready text-on-ready',
}

export const TABLE_ICONS: { readonly [S in FloorState]: LucideIcon | null } = {
  free: null,
  reserved: CalendarClock,
  seated: User,
  sent: Send,
  paying: ReceiptText,
  waiting: AlarmClock,
  ready: ConciergeBell,
}
