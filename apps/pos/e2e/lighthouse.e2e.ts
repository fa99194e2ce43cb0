import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDevice } from './stage/device.ts'
import { audit } from './stage/lighthouse.ts'
import { join } from './stage/people.ts'

let server: RestaurantServer
beforeAll(async () => {
  server = await openRestaurant()
})
afterAll(async () => {
  await server?.close()
})

it.each([
  ['phone', 'mobile', 'new'],
  ['tablet', 'desktop', 'joined'],
] as const)('finds nothing to say about a %s (%s) that is %s', async (size, formFactor, state) => {
  const device = await openDevice(server, size, { isJudged: true })
  try {
    if (state === 'joined') await join(device.page, device.origin, server, 'Judged')
    const { scores, complaints } = await audit(device, formFactor)
    expect(complaints).toEqual([])
    expect(scores.accessibility).toBeGreaterThanOrEqual(95)
    expect(scores['best-practices']).toBeGreaterThanOrEqual(95)
  } finally {
    await device.close()
  }
})
