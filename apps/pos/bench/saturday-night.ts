import { setTimeout as sleep } from 'node:timers/promises'
import tls from 'node:tls'
import type { Page } from 'playwright-core'
import type { Person, Station } from '@orderez/core/branch'
import type { Table } from '@orderez/core/floor'
import type { BranchId, JsonObject, PersonId, StationId } from '@orderez/core/kernel'
import type { DishVersion } from '@orderez/core/menu'
import type { Line } from '@orderez/core/orders'
import {
  createSiteClient,
  enrolTerminal,
  lineOf,
  openLarder,
  openRestaurant,
  type RestaurantServer,
  type StageTerminal,
} from '@orderez/sync-server/stage'
import type { NightFigures, NightOptions } from '../../../scripts/night-figures.ts'
import { openDevice, type Device } from '../e2e/stage/device.ts'
import { addDish, chooseStation, join, openCategory, openTable, part, signIn, toTables } from '../e2e/stage/people.ts'
import { openCrewTerminal, type CrewTerminal } from './saturday-night/crew-terminal.ts'
import { cook, createWaiter, ROUNDS, serveAndSettle, type Waiter } from './saturday-night/crew-work.ts'
import { profileOf, readWatch, watchKitchen, workOf } from './saturday-night/kitchen-watch.ts'
import { plannedSends, quantile } from './saturday-night/night-plan.ts'
import { judgeNight } from './saturday-night/night-verdict.ts'

const TABLETS = 7
const HOT = 1
const LINES = 4
const WATCHED = 'Wok'
const PATIENCE_MS = 60_000
/** One send in so many is tapped on a real tablet. */
const TAPPED = 6
/** The real tablet's own tables; all others are parted among the other tablets. */
const TAPPED_TABLES = ['A1', 'A2', 'A3'] as const

interface House {
  readonly branch: BranchId
  readonly waiter: PersonId
  readonly cook: PersonId
  readonly cashier: PersonId
  readonly tables: readonly Table[]
  readonly stations: readonly StationId[]
  readonly versions: readonly DishVersion[]
  /** Of the station whose screen is watched. */
  readonly watched: readonly DishVersion[]
}

/**
 * A Saturday evening in real time: 8 tablets, a till and 3 kitchen screens at profile M. One tablet and one kitchen screen are real Chromium, the
 * others the same engine without a screen.
 */
export async function saturdayNight({ minutes, profile, say }: NightOptions): Promise<NightFigures> {
  const server = await openRestaurant({ web: 'apps/pos/dist/web' })
  const devices: Device[] = []
  const crew: CrewTerminal[] = []
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), server.caPem])
    const witness = await enrolTerminal(createSiteClient(server.port, server.caPem), await server.joinCode())
    const house = await readHouse(witness)
    const kitchen = await openKitchen(server, devices)
    const tablet = await openTablet(server, devices)
    for (const name of [
      ...Array.from({ length: TABLETS }, (_, index) => `Tablet ${index + 2}`),
      'Till',
      'Cold',
      'Bar',
    ]) {
      crew.push(await openCrewTerminal(`https://localhost:${server.port}`, await server.joinCode(), name))
    }
    await Promise.all(crew.map(connected))
    say(`12 terminals are connected; the evening takes ${minutes} minutes`)
    const stopProfile = profile === undefined ? null : await profileOf(kitchen, profile)
    const workDone = await workOf(kitchen)
    const night = await playEvening({ minutes, house, crew, tablet, say })
    const kitchenWork = await workDone()
    await stopProfile?.()
    await settled(crew, tablet)
    return { ...(await figuresOf({ ...night, kitchen, crew, witness })), kitchenWork }
  } finally {
    await Promise.all(crew.map((terminal) => terminal.engine.stop()))
    for (const device of devices) await device.close()
    await server.close()
  }
}

async function readHouse(witness: StageTerminal): Promise<House> {
  const { versions, people } = await openLarder(witness)
  const branch = await witness.pullAll('branch')
  const stations = branch.filter(({ kind }) => kind === 'station') as readonly JsonObject[] as readonly Station[]
  const floor = await witness.pullAll('floor')
  const tables = floor.filter(({ kind }) => kind === 'table') as readonly JsonObject[] as readonly Table[]
  const wok = stations.find(({ names }) => names.en === WATCHED)?.id
  const plain = versions.filter((version) => !version.marketPrice && !version.weighed && version.setMeal === undefined)
  return {
    branch: witness.branch,
    waiter: people.get('lin') as Person['id'],
    cook: people.get('chen') as Person['id'],
    cashier: people.get('wang') as Person['id'],
    tables: tables.filter(({ label }) => !TAPPED_TABLES.some((own) => own === label)),
    stations: stations.map(({ id }) => id),
    versions: plain,
    watched: plain.filter((version) => version.stations.some((station) => station === wok)),
  }
}

async function openKitchen(server: RestaurantServer, devices: Device[]): Promise<Page> {
  const device = await openDevice(server, 'kitchen')
  devices.push(device)
  await watchKitchen(device.page)
  await join(device.page, device.origin, server, 'Wok')
  await signIn(device.page, 'chen')
  await chooseStation(device.page, WATCHED)
  return device.page
}

async function openTablet(server: RestaurantServer, devices: Device[]): Promise<Page> {
  const device = await openDevice(server, 'tablet')
  devices.push(device)
  await join(device.page, device.origin, server, 'Tablet 1')
  await signIn(device.page, 'zhou')
  return device.page
}

async function connected({ engine }: CrewTerminal): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; engine.status().link !== 'online';) {
    if (Date.now() > until) throw new Error('a terminal does not reach the server')
    await sleep(100)
  }
}

interface Evening {
  readonly minutes: number
  readonly house: House
  readonly crew: readonly CrewTerminal[]
  readonly tablet: Page
  say(line: string): void
}

interface Sent {
  readonly from: number
  /** By round, when Send was tapped. */
  readonly sent: ReadonlyMap<string, number>
  /** Rounds tapped on the real tablet. */
  readonly tapped: number
}

async function playEvening({ minutes, house, crew, tablet, say }: Evening): Promise<Sent> {
  const tablets = crew.slice(0, TABLETS)
  const [till, ...kitchens] = crew.slice(TABLETS) as [CrewTerminal, ...CrewTerminal[]]
  const waiters = tablets.map((terminal, index) => waiterOf(terminal, index, house))
  const sent = new Map<string, number>()
  const from = Date.now()
  let [tapped, turn, ended] = [0, 0, false]
  const works = (work: () => Promise<void>) =>
    (async () => {
      while (!ended) {
        await work()
        await sleep(1_000)
      }
    })()
  const working = [
    works(() => serveAndSettle(till, house.cashier)),
    ...kitchens.map((kitchen, index) =>
      works(() =>
        cook(
          kitchen,
          house.stations.filter((_, at) => at % kitchens.length === index),
          house.cook,
        ),
      ),
    ),
  ]
  let tapping: Promise<unknown> = Promise.resolve()
  for (const [index, at] of plannedSends(minutes).entries()) {
    await sleep(Math.max(0, from + at - Date.now()))
    if (index % TAPPED === 0) tapping = tapping.then(() => tapRound(tablet, tapped++))
    else {
      const found = await sendOnce(waiters, turn++, () => linesOf(house, index))
      if (found) sent.set(found.round, found.at)
      else say('no table orders any more: this send is left out')
    }
  }
  await tapping
  await sleep(Math.max(0, from + minutes * 60_000 - Date.now()))
  ended = true
  await Promise.all(working)
  return { from, sent, tapped }
}

function waiterOf(terminal: CrewTerminal, index: number, { branch, waiter, tables }: House): Waiter {
  const own = tables.filter((_, at) => at % TABLETS === index).map(({ id }) => id)
  return createWaiter(terminal, { branch, person: waiter, tables: own })
}

/** Whoever has a table that still orders. */
async function sendOnce(waiters: readonly Waiter[], turn: number, lines: () => readonly Line[]) {
  for (let offset = 0; offset < waiters.length; offset += 1) {
    const sent = await waiters[(turn + offset) % waiters.length]?.send(lines())
    if (sent) return sent
  }
  return null
}

/** One dish for the watched screen, the others from anywhere. */
function linesOf({ versions, watched }: House, index: number): readonly Line[] {
  const at = (some: readonly DishVersion[], step: number) => some[(index * 7 + step * 13) % some.length] as DishVersion
  const others = Array.from({ length: LINES - 1 }, (_, step) => at(versions, step + 1))
  return [at(watched, 0), ...others].map((version) => lineOf(version))
}

/** A round by real taps; after the third the table is the till's, and may be free again by the next turn. */
async function tapRound(page: Page, count: number): Promise<void> {
  const label = TAPPED_TABLES[Math.floor(count / ROUNDS) % TAPPED_TABLES.length] ?? TAPPED_TABLES[0]
  await openTable(page, label)
  await openCategory(page, HOT)
  await addDish(page, '202')
  const before = await part(page, 'round').count()
  await part(page, 'send').click()
  await part(page, 'sendNow').click()
  await part(page, 'round').nth(before).waitFor({ timeout: PATIENCE_MS })
  await toTables(page)
}

/** Everything is on its way no longer. */
async function settled(crew: readonly CrewTerminal[], tablet: Page): Promise<void> {
  const waits = async () =>
    crew.reduce((sum, { engine }) => sum + engine.status().undecided, 0) + (await part(tablet, 'undecided').count())
  for (const until = Date.now() + PATIENCE_MS; (await waits()) > 0 && Date.now() < until;) await sleep(250)
  // The last signal is pulled by everybody.
  await sleep(5_000)
}

interface Played extends Sent {
  readonly kitchen: Page
  readonly crew: readonly CrewTerminal[]
  readonly witness: StageTerminal
}

async function figuresOf(played: Played): Promise<Omit<NightFigures, 'kitchenWork'>> {
  const { from, sent, tapped, kitchen, crew, witness } = played
  const verdict = await judgeNight(await witness.pullAll('orders'), [...sent.keys()], crew)
  const watch = await readWatch(kitchen)
  const times = [...sent].flatMap(([round, at]) => (round in watch.painted ? [(watch.painted[round] ?? at) - at] : []))
  const long = watch.long.filter(([at]) => at >= from).map(([, ms]) => ms)
  const missing = Math.max(0, sent.size + tapped - verdict.rounds - verdict.lost.length)
  return {
    sent: sent.size + tapped,
    lost: [...verdict.lost, ...Array.from({ length: missing }, () => 'a round of the real tablet')],
    doubled: [...verdict.doubled, ...watch.twice],
    apart: verdict.apart,
    unpainted: sent.size - times.length,
    sendToKitchenMs: { p50: quantile(times, 0.5), p99: quantile(times, 0.99), count: times.length },
    longTasks: {
      count: long.length,
      longestMs: Math.max(0, ...long),
      totalMs: long.reduce((sum, ms) => sum + ms, 0),
    },
  }
}
