import { openRestaurant } from '@orderez/sync-server/stage'
import { buildWebTerminal } from '../../../scripts/build-terminal.ts'
import { median, type Report } from '../../../scripts/measurement.ts'
import { openDevice } from '../e2e/stage/device.ts'
import { audit, CATEGORIES } from '../e2e/stage/lighthouse.ts'
import { join } from '../e2e/stage/people.ts'

const RUNS = 3
/** As Lighthouse judges: a tablet by its desktop profile, a phone by its slow one (a quarter of the processor, a slow mobile line). */
const DEVICES = [
  ['tablet', 'desktop'],
  ['phone', 'mobile'],
] as const

/** What Lighthouse says of the served build, for a device that is new and for one that has joined; medians, 100 is best. */
export async function run(report: Report): Promise<void> {
  await buildWebTerminal()
  const server = await openRestaurant()
  try {
    for (const [size, profile] of DEVICES) {
      const device = await openDevice(server, size, { isJudged: true })
      try {
        for (const state of ['new', 'joined'] as const) {
          if (state === 'joined') await join(device.page, device.origin, server, 'Judged')
          const audits = []
          for (let run = 0; run < RUNS; run += 1) audits.push(await audit(device, profile))
          for (const category of CATEGORIES) {
            const value = median(audits.map(({ scores }) => scores[category]))
            report({
              bench: 'lighthouse',
              measure: `${category}-${size}-${state}`,
              subject: 'orderez',
              value,
              unit: 'of 100',
            })
          }
        }
      } finally {
        await device.close()
      }
    }
  } finally {
    await server.close()
  }
}
