import { useEffect, useRef } from 'react'
import type { StationId } from '@orderez/core/kernel'
import { markReceived } from '@orderez/core/kitchen'
import type { OrderState } from '@orderez/core/orders'
import { afterPaint } from '../../ui/after-paint.ts'
import { useCommand } from '../command/index.ts'
import { unreceivedUnits } from './station-units.ts'

/** Tells the waiter that a line is on this screen, once it has been painted: a hidden screen receives nothing. */
export function useReceiving(orders: readonly OrderState[], stations: readonly StationId[]): void {
  const run = useCommand()
  const told = useRef(new Set<string>())
  useEffect(() => {
    const untold = stations.flatMap((station) => {
      const units = untoldUnits(orders, station, told.current)
      return units.length === 0 ? [] : [{ station, units }]
    })
    if (untold.length === 0) return
    return afterPaint(() => {
      for (const { station, units } of untold) {
        const keys = units.flatMap((ref) => ref.units.map((unit) => `${station} ${ref.line} ${unit}`))
        for (const key of keys) told.current.add(key)
        void run((context) => markReceived(orders, { station, units }, context)).then((facts) => {
          if (!facts) for (const key of keys) told.current.delete(key)
        })
      }
    })
  }, [orders, stations, run])
}

function untoldUnits(orders: readonly OrderState[], station: StationId, told: ReadonlySet<string>) {
  return unreceivedUnits(orders, station)
    .map(({ line, units: numbers }) => ({
      line,
      units: numbers.filter((unit) => !told.has(`${station} ${line} ${unit}`)),
    }))
    .filter((ref) => ref.units.length > 0)
}
