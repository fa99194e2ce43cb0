import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openRestaurant, type RestaurantServer } from '@orderez/sync-server/stage'
import { openDevice, type Device } from './stage/device.ts'
import { accessibilityProblems, cutTexts, layoutShift, unseenFocus, watchLayout } from './stage/page-checks.ts'
import { part, signIn } from './stage/people.ts'
import { speakPseudo, untranslated } from './stage/pseudo-words.ts'
import { tourOfJoining, tourOfKitchen, tourOfOffice, tourOfService, type Visit } from './stage/tour.ts'

/** What may move on a screen by itself; 0.1 is what the web at large calls good. */
const MOST_SHIFT = 0.02
/** Fewer stops than these, and the tour has lost a screen. */
const LEAST_STOPS = 26
let server: RestaurantServer
let device: Device

beforeAll(async () => {
  server = await openRestaurant()
})
afterAll(async () => {
  await server?.close()
})

/** Joins, signs in and goes through every screen; in English where asked, whatever the person's own language is. */
async function wholeTour(table: string, visit: Visit, inEnglish = false): Promise<string[]> {
  const stops: string[] = []
  const noted: Visit = async (name, page) => {
    stops.push(name)
    await visit(name, page)
  }
  await tourOfJoining(device, server, noted)
  await signIn(device.page, 'zhao')
  if (inEnglish) await part(device.page, 'language').click()
  await tourOfService(device.page, table, noted)
  await tourOfOffice(device.page, noted)
  await tourOfKitchen(device.page, table, noted)
  return stops
}

async function inEachTheme(page: Page, look: (theme: string) => Promise<void>): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset['theme'] = chosen
      const wall = document.querySelector<HTMLElement>('[data-surface]')
      if (wall) wall.dataset['twin'] = chosen
    }, theme)
    await look(theme)
  }
}

describe.each([
  ['tablet', 'A1'],
  ['phone', 'A2'],
] as const)('every screen on a %s', (size, table) => {
  beforeAll(async () => {
    device = await openDevice(server, size, { locale: 'en-GB' })
  })
  afterEach(() => {
    expect(device.takeErrors()).toEqual([])
  })
  afterAll(async () => {
    await device?.close()
  })

  it('can be used without seeing, without a mouse and in both themes, and stands still', async () => {
    const problems: string[] = []
    await device.page.emulateMedia({ reducedMotion: 'reduce' })
    await watchLayout(device.page)
    const stops = await wholeTour(table, async (name, page) => {
      const { sum, what } = await layoutShift(page)
      if (sum >= MOST_SHIFT) problems.push(`${name}: moved by ${sum.toFixed(3)}: ${what.join(' | ')}`)
      for (const target of await unseenFocus(page)) problems.push(`${name}: focus unseen: ${target}`)
      await inEachTheme(page, async (theme) => {
        for (const problem of await accessibilityProblems(page)) problems.push(`${name}, ${theme}: ${problem}`)
      })
    })
    expect(stops.length).toBeGreaterThanOrEqual(LEAST_STOPS)
    expect(problems).toEqual([])
  })
})

describe('a language that is longer than English', () => {
  beforeAll(async () => {
    device = await openDevice(server, 'tablet', { locale: 'en-GB' })
  })
  afterAll(async () => {
    await device?.close()
  })

  it('has no text of its own on any screen, and every text fits', async () => {
    const problems: string[] = []
    await speakPseudo(device.page)
    let seen = 0
    await wholeTour(
      'A3',
      async (name, page) => {
        seen += await page.getByText('⟦').count()
        for (const text of await untranslated(page)) problems.push(`${name}: not translated: ${text}`)
        for (const text of await cutTexts(page)) problems.push(`${name}: cut: ${text}`)
      },
      true,
    )
    expect(seen).toBeGreaterThan(LEAST_STOPS)
    expect(problems).toEqual([])
  })
})
