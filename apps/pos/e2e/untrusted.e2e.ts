import { afterAll, beforeAll, expect, it } from 'vitest'
import { openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDevice, type Device } from './stage/device.ts'
import { join, part } from './stage/people.ts'

let server: RestaurantServer
let trusting: Device
let careless: Device

beforeAll(async () => {
  server = await openRestaurant()
  trusting = await openDevice(server, 'phone')
  careless = await openDevice(server, 'phone', { trusts: false })
})
afterAll(async () => {
  await trusting?.close()
  await careless?.close()
  await server?.close()
})

it('says "online only" where somebody clicked through the warning, and says nothing where the site is trusted', async () => {
  await expect(careless.page.goto(careless.origin)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
  await careless.page.locator('#details-button').click()
  await careless.page.locator('#proceed-link').click()
  await part(careless.page, 'onlineOnly').waitFor()
  expect(await part(careless.page, 'onlineOnly').locator('a').getAttribute('href')).toBe('/trust')

  await join(trusting.page, trusting.origin, server, 'Phone')
  await trusting.page.evaluate(async () => void (await navigator.serviceWorker.ready))
  expect(await part(trusting.page, 'onlineOnly').count()).toBe(0)
})
