import type { EpochMs } from '@orderez/core/kernel'
import type { Contact, OrderState } from '@orderez/core/orders'
import type { TakeawayType } from './takeaways.ts'

/** What is asked for an order that leaves the house, as it is typed. */
export interface TakeawayForm {
  readonly type: TakeawayType
  readonly name: string
  readonly phone: string
  readonly address: string
  readonly note: string
  readonly wishedAt: EpochMs | null
}

export function emptyForm(type: TakeawayType): TakeawayForm {
  return { type, name: '', phone: '', address: '', note: '', wishedAt: null }
}

export function formOf(state: OrderState, type: TakeawayType): TakeawayForm {
  const { name = '', phone = '', address = '' } = state.contact ?? {}
  return { type, name, phone, address, note: state.note, wishedAt: state.wishedAt }
}

/** A rider has to know where to go; who comes by is known by the number. */
export function formComplete({ type, address }: TakeawayForm): boolean {
  return type === 'takeaway' || address.trim() !== ''
}

/** What the facts say of it: nothing that is empty, and an address only where somebody rides there. */
export function contactOf({ type, name, phone, address }: TakeawayForm): Contact {
  return {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(type === 'takeaway' || address.trim() === '' ? {} : { address: address.trim() }),
  }
}

export function wishOf({ wishedAt }: TakeawayForm): { readonly wishedAt?: EpochMs } {
  return wishedAt === null ? {} : { wishedAt }
}
