import type { Page } from 'playwright-core'

/**
 * Milliseconds since 1970 by the page's own finer clock, which all pages of one machine share. `tapped`: when the person's tap arrived;
 * `painted`: the end of the first frame in which so many elements fit the selector.
 */
export interface TapToPaint {
  readonly tapped: number
  readonly painted: number
}

interface Probe {
  /** The next event of this type, before the page itself hears it. */
  next(type: 'click' | 'keydown'): Promise<number>
  /** At least `count` elements, and the frame that shows them is done. */
  painted(selector: string, count: number): Promise<number>
  /** The frame of the next change below the first element that fits; null where nothing changes within a second. */
  changed(selector: string): Promise<number | null>
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Runs in the page, before anything of it. */
function installProbe(): void {
  const now = () => performance.timeOrigin + performance.now()
  const frameDone = (done: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(now())
      port2.postMessage(null)
    })
  const watched = { subtree: true, childList: true, attributes: true, characterData: true }
  function when(fits: () => boolean, done: (at: number) => void): void {
    if (fits()) {
      frameDone(done)
      return
    }
    const observer = new MutationObserver(() => {
      if (!fits()) return
      observer.disconnect()
      frameDone(done)
    })
    observer.observe(document, watched)
  }
  window.probe = {
    next: (type) =>
      new Promise((done) => {
        const heard = (event: Event) => done(performance.timeOrigin + event.timeStamp)
        addEventListener(type, heard, { capture: true, once: true })
      }),
    painted: (selector, count) =>
      new Promise((done, failed) => {
        when(() => document.querySelectorAll(selector).length >= count, done)
        setTimeout(() => failed(new Error(`${selector} was not painted ${count} times in half a minute`)), 30_000)
      }),
    changed: (selector) =>
      new Promise((done) => {
        const element = document.querySelector(selector)
        if (!element) return done(null)
        const observer = new MutationObserver(() => {
          observer.disconnect()
          frameDone(done)
        })
        observer.observe(element, watched)
        setTimeout(() => done(null), 1_000)
      }),
  }
}

export async function probe(page: Page): Promise<void> {
  await page.addInitScript(installProbe)
}

/** Taps with a real pointer on `target`; until `selector` fits `count` times on `shown`, which may be another page. */
export async function tapToPaint(
  page: Page,
  target: string,
  shown: Page,
  selector: string,
  count: number,
): Promise<TapToPaint> {
  const painted = shown.evaluate(([what, many]) => window.probe.painted(what, many), [selector, count] as const)
  const tapped = page.evaluate(() => window.probe.next('click'))
  // The page has to have heard both wishes before the tap comes.
  await Promise.all([page.evaluate(() => 0), shown.evaluate(() => 0)])
  await page.click(target)
  return { tapped: await tapped, painted: await painted }
}
