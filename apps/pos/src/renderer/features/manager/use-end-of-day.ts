import { businessDayBounds, businessDayOf, type EpochMs } from '@orderez/core/kernel'
import { usePerson } from '../../state/index.ts'

/** When the business day of a moment ends: what is sold out "today" comes back with the next. */
export function useEndOfDay(): (at: EpochMs) => EpochMs {
  const { branch } = usePerson()
  return (at) => businessDayBounds(businessDayOf(at, branch), branch).to
}
