import { err, ok, type Result } from '../kernel/index.ts'
import type { Station } from './station.ts'
import type { Tax } from './tax.ts'

/** A station that no dish and no category names, marked as removed. Fails with `station.inUse`. */
export function removedStation(station: Station, usedBy: number): Result<Station, 'station.inUse'> {
  return usedBy > 0 ? err('station.inUse') : ok({ ...station, deleted: true })
}

/** A tax that no dish names, marked as removed. Fails with `tax.inUse`. */
export function removedTax(tax: Tax, usedBy: number): Result<Tax, 'tax.inUse'> {
  return usedBy > 0 ? err('tax.inUse') : ok({ ...tax, deleted: true })
}
