import { writeFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import type { NightFigures } from '../../../../scripts/night-figures.ts'

interface NightWatch {
  /** When each ticket was first on the screen, ms since 1970, by round. */
  readonly painted: Record<string, number>
  /** Tickets that were on the screen twice at a time. */
  readonly twice: string[]
  /** Beginning (ms since 1970) and length of tasks longer than 50 ms. */
  readonly long: (readonly [at: number, ms: number])[]
}

declare global {
  interface Window {
    night: NightWatch
  }
}

/** Runs in the page, before anything of it. */
function installWatch(): void {
  const night: NightWatch = { painted: {}, twice: [], long: [] }
  window.night = night
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      night.long.push([performance.timeOrigin + startTime, duration])
    }
  }).observe({ type: 'longtask', buffered: true })
  const frameDone = (done: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.timeOrigin + performance.now())
      port2.postMessage(null)
    })
  const known = new Set<string>()
  const look = () => {
    const shown = new Set<string>()
    for (const ticket of document.querySelectorAll('[data-testid="ticket"]')) {
      const id = ticket.getAttribute('data-ticket') ?? ''
      if (shown.has(id)) night.twice.push(id)
      shown.add(id)
      if (known.has(id)) continue
      known.add(id)
      frameDone((at) => {
        night.painted[id.split(' ')[0] ?? id] = at
      })
    }
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true })
}

export async function watchKitchen(page: Page): Promise<void> {
  await page.addInitScript(installWatch)
}

export function readWatch(page: Page): Promise<NightWatch> {
  return page.evaluate(() => window.night)
}

/**
 * Counts the work of the page's main thread from now on. Where its tasks take much longer than the processor works for them, it is the machine
 * that was busy with others, and a long task says little about the page.
 */
export async function workOf(page: Page): Promise<() => Promise<NightFigures['kitchenWork']>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  async function seconds(): Promise<{ task: number; own: number }> {
    const { metrics } = await session.send('Performance.getMetrics')
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
    return { task: of('TaskDuration'), own: of('ThreadTime') }
  }
  const before = await seconds()
  return async () => {
    const now = await seconds()
    return { taskMs: (now.task - before.task) * 1_000, ownMs: (now.own - before.own) * 1_000 }
  }
}

/** Samples what the page does from now on; the returned function ends it and writes a profile that the browser's own tools open. */
export async function profileOf(page: Page, file: string): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.start')
  return async () => {
    const { profile } = await session.send('Profiler.stop')
    await writeFile(file, JSON.stringify(profile))
  }
}
