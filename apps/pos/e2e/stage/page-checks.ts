import axe from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe: typeof axe
    shifts: { sum: number; what: string[] }
  }
}

/** What a screen reader, a keyboard or weak eyes would stumble over, one line each. */
export async function accessibilityProblems(page: Page, contrast: 'usual' | 'enhanced' = 'usual'): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async (enhanced) => {
    const { violations } = await window.axe.run(document, {
      rules: { 'color-contrast': { enabled: !enhanced }, 'color-contrast-enhanced': { enabled: enhanced } },
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`),
    )
  }, contrast === 'enhanced')
}

/** Begins to note what moves under a person's hands without their doing. */
export async function watchLayout(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = { sum: 0, what: [] }
    const { shifts } = window
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] }
        if (shift.hadRecentInput) continue
        shifts.sum += shift.value
        shifts.what.push(
          ...shift.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 120) : '')),
        )
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** The share of the screen that moved since the last call, and what it was. */
export async function layoutShift(page: Page): Promise<{ readonly sum: number; readonly what: readonly string[] }> {
  return page.evaluate(() => {
    const { shifts } = window
    const seen = { sum: shifts.sum, what: shifts.what }
    shifts.sum = 0
    shifts.what = []
    return seen
  })
}

/** Text that is cut without a sign that it goes on, or runs out of the thing it stands in. */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element?.checkVisibility() || node.textContent?.trim() === '' || element.closest('.sr-only, svg, [inert]'))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const text = range.getBoundingClientRect()
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box)
        if (style.display === 'inline') continue
        if (
          /auto|scroll/.test(style.overflowX) ||
          style.textOverflow === 'ellipsis' ||
          style.webkitLineClamp !== 'none'
        )
          break
        const { left, right } = box.getBoundingClientRect()
        if (text.right > right + 1 || text.left < left - 1) {
          problems.push(`${(node.textContent ?? '').trim().slice(0, 60)} · ${box.outerHTML.slice(0, 140)}`)
          break
        }
        // What is placed by coordinates may stand out from what it was placed on.
        if (style.position === 'absolute') break
      }
    }
    return [...new Set(problems)]
  })
}

/** What takes the focus of the keyboard and does not show it, in the sheet that is open or else on the whole screen. */
export async function unseenFocus(page: Page): Promise<string[]> {
  // From a key on, the browser takes every focus for one of the keyboard.
  await page.keyboard.press('Shift')
  return page.evaluate(() => {
    const TARGETS = 'button:enabled, a[href], input:enabled, select:enabled, textarea:enabled, [tabindex="0"]'
    const problems: string[] = []
    const before = document.activeElement
    const sheets = document.querySelectorAll('[role="dialog"]')
    for (const target of (sheets[sheets.length - 1] ?? document).querySelectorAll<HTMLElement>(TARGETS)) {
      if (!target.checkVisibility() || target.tabIndex < 0) continue
      // What is drawn shows it by its line.
      const lines = () =>
        [...target.querySelectorAll('svg, svg *, rect, circle')].map((line) => getComputedStyle(line).stroke).join()
      const unfocused = lines()
      target.focus({ preventScroll: true })
      if (document.activeElement !== target) continue
      // A field may show it on its frame.
      const frames = [target, target.parentElement, target.nextElementSibling].filter((each) => each !== null)
      const isSeen = frames.some((frame) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(frame)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      })
      if (!isSeen && lines() === unfocused) problems.push(target.outerHTML.slice(0, 160))
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    return problems
  })
}
