import { useState } from 'react'
import { Bike, Pencil, ShoppingBag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { setContact, setNote, type Opening, type OrderState } from '@orderez/core/orders'
import { useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { useCommand } from '../command/index.ts'
import { contactOf, formOf, wishOf, type TakeawayForm } from './takeaway-form.ts'
import { TakeawaySheet } from './takeaway-sheet.tsx'
import type { TakeawayType } from './takeaways.ts'

/** How an order leaves the house, or null for one that is eaten here. */
export function takeawayType({ opening }: { readonly opening: Opening | null }): TakeawayType | null {
  return opening && opening.type !== 'dineIn' ? opening.type : null
}

interface TakeawayHeadProps {
  readonly state: OrderState
  readonly type: TakeawayType
}

/** Who fetches it, when, and where it goes; one tap changes it. */
export function TakeawayHead({ state, type }: TakeawayHeadProps) {
  const { t } = useTranslation()
  const { time } = useWords()
  const run = useCommand()
  const [editing, setEditing] = useState(false)
  const { name, phone, address } = state.contact ?? {}
  const Icon = type === 'takeaway' ? ShoppingBag : Bike
  const who = [name, phone].filter((text) => text !== undefined).join(' · ')

  async function save(form: TakeawayForm): Promise<void> {
    setEditing(false)
    const said = { contact: contactOf(form), ...wishOf(form) }
    const before = formOf(state, type)
    const changed = JSON.stringify(said) !== JSON.stringify({ contact: contactOf(before), ...wishOf(before) })
    if (changed) await run((context) => setContact(state, said, context))
    if (form.note.trim() !== state.note) await run((context) => setNote(state, form.note.trim(), context))
  }

  return (
    <>
      <button
        type="button"
        data-testid={TEST_IDS.takeawayContact}
        onClick={() => setEditing(true)}
        className="press flex min-h-(--touch-min) w-full items-center gap-2 text-left"
      >
        <Icon aria-hidden size={18} className="shrink-0" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-bold">
            {who === '' ? t('takeaway.noName') : who}
            {state.wishedAt === null ? null : ` · ${t('takeaway.wishedFor', { time: time(state.wishedAt) })}`}
          </span>
          {address === undefined ? null : <span className="block truncate text-sm text-ink-2">{address}</span>}
          {state.note === '' ? null : <span className="block truncate text-sm text-ink-2">{state.note}</span>}
        </span>
        <Pencil aria-hidden size={18} className="shrink-0" />
      </button>
      {editing ? (
        <TakeawaySheet
          form={formOf(state, type)}
          done={t('takeaway.save')}
          onDone={(form) => void save(form)}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </>
  )
}
