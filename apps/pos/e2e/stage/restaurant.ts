import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { openRestaurant, type RestaurantOptions, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDevice, type Device, type DeviceSize } from './device.ts'
import { chooseStation, join, signIn, type PersonName } from './people.ts'

/** One device of a journey, and how far it has come when the first test begins. */
interface Seat {
  readonly size?: DeviceSize
  /** The name by which it joins; without it the test joins it. */
  readonly joins?: string
  readonly person?: PersonName
  /** The kitchen station it shows, by its name in English. */
  readonly station?: string
}

/** The devices by their names; they and the server are there from the first `beforeAll` on. */
type Restaurant<Name extends string> = Readonly<Record<Name, Device>> & { server(): RestaurantServer }

/**
 * A restaurant of its own for the tests of a file (or of a `describe`): opened with its devices before them, closed after them.
 * After each test no page may have reported an error.
 */
export function restaurant<Name extends string>(
  seats: Readonly<Record<Name, Seat>>,
  options?: RestaurantOptions,
): Restaurant<Name> {
  let running: RestaurantServer | undefined
  const opened = new Map<string, Device>()

  beforeAll(async () => {
    running = await openRestaurant(options)
    for (const [name, seat] of Object.entries<Seat>(seats)) {
      const device = await openDevice(running, seat.size ?? 'tablet')
      opened.set(name, device)
      await takeSeat(running, device, seat)
    }
  })
  afterEach(() => {
    for (const device of opened.values()) expect(device.takeErrors()).toEqual([])
  })
  afterAll(async () => {
    for (const device of opened.values()) await device.close()
    await running?.close()
  })

  const devices = Object.keys(seats).map((name) => [name, deviceToCome(() => present(opened.get(name)))])
  return Object.assign(Object.fromEntries(devices) as Record<Name, Device>, { server: () => present(running) })
}

async function takeSeat(server: RestaurantServer, device: Device, seat: Seat): Promise<void> {
  const { joins, person, station } = seat
  if (joins !== undefined) await join(device.page, device.origin, server, joins)
  if (person !== undefined) await signIn(device.page, person)
  if (station !== undefined) await chooseStation(device.page, station)
}

/** Stands for a device before there is one, so that a file can name it once. */
function deviceToCome(device: () => Device): Device {
  return {
    get link() {
      return device().link
    },
    get origin() {
      return device().origin
    },
    get page() {
      return device().page
    },
    takeErrors: () => device().takeErrors(),
    debuggingPort: () => device().debuggingPort(),
    killAndReopen: () => device().killAndReopen(),
    close: () => device().close(),
  }
}

function present<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('the restaurant opens before the first test')
  return thing
}
