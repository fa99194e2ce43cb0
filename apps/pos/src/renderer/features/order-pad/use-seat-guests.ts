import type { OrderState } from '@orderez/core/orders'
import { seatGuests } from '@orderez/core/payments'
import { usePerson } from '../../state/index.ts'
import { useCommand } from '../command/index.ts'

/** Says how many sit there; what the branch charges for each of them follows. */
export function useSeatGuests(state: OrderState): (guests: number) => void {
  const { branch } = usePerson()
  const run = useCommand()
  return (guests) => {
    if (guests !== state.guests) void run((context) => seatGuests(state, guests, branch, context))
  }
}
