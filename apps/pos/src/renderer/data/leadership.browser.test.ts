import { afterEach, describe, expect, it } from 'vitest'
import { seekLeadership, type Leadership } from './leadership.ts'

const open: Leadership[] = []
afterEach(() => {
  for (const leadership of open.splice(0)) leadership.leave()
})

interface Window {
  readonly leadership: Leadership
  readonly events: readonly string[]
  until(count: number): Promise<void>
  beats: boolean
}

/** A window of the profile. All of them share the locks of the browser; `beats` false is a window that hangs. */
function openWindow(name: string, others: () => readonly Window[]): Window {
  const events: string[] = []
  const waiting: { count: number; resolve(): void }[] = []
  const note = (event: string) => {
    events.push(event)
    for (const each of waiting) if (events.length >= each.count) each.resolve()
  }
  const leadership = seekLeadership({
    name,
    onLead: () => note('lead'),
    onFollow: () => note('follow'),
    beat() {
      if (window.beats) for (const other of others()) if (other !== window) other.leadership.heard()
    },
  })
  const window: Window = {
    leadership,
    events,
    beats: true,
    until: (count) =>
      events.length >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
  }
  open.push(leadership)
  return window
}

function profile() {
  const name = `profile-${crypto.randomUUID()}`
  const windows: Window[] = []
  return () => {
    const window = openWindow(name, () => windows)
    windows.push(window)
    return window
  }
}

describe('leadership among windows', () => {
  it('is one window’s, and the next one’s when that is closed', async () => {
    const newWindow = profile()
    const first = newWindow()
    await first.until(1)
    const second = newWindow()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(first.events).toEqual(['lead'])
    expect(second.events).toEqual([])
    first.leadership.leave()
    await second.until(1)
    expect(second.events).toEqual(['lead'])
    expect(first.events).toEqual(['lead'])
  })

  it('goes to the window that asks for it, back and forth, one at a time', async () => {
    const newWindow = profile()
    const [first, second] = [newWindow(), newWindow()]
    await first.until(1)
    await second.leadership.takeOver()
    await first.until(2)
    expect(first.events).toEqual(['lead', 'follow'])
    expect(second.events).toEqual(['lead'])
    await first.leadership.takeOver()
    await second.until(2)
    expect(first.events).toEqual(['lead', 'follow', 'lead'])
    expect(second.events).toEqual(['lead', 'follow'])
  })

  it('is taken from a window that hangs, by one that is looked at', async () => {
    const newWindow = profile()
    const [first, second] = [newWindow(), newWindow()]
    await first.until(1)
    await new Promise((resolve) => setTimeout(resolve, 6_500))
    expect(second.events).toEqual([])
    first.beats = false
    await second.until(1)
    expect(first.events).toEqual(['lead', 'follow'])
  })
})
