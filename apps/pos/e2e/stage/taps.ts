import type { Page } from 'playwright-core'

/** Counts what a finger does: every press that reaches the page, whatever it hits. Keys of a keyboard are not taps. */
export async function countTaps(page: Page): Promise<(work: () => Promise<unknown>) => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['taps'] = '0'
    window.addEventListener(
      'pointerdown',
      () => {
        const { dataset } = document.documentElement
        dataset['taps'] = String(Number(dataset['taps'] ?? '0') + 1)
      },
      { capture: true },
    )
  })
  const taps = () => page.evaluate(() => Number(document.documentElement.dataset['taps']))
  return async (work) => {
    const before = await taps()
    await work()
    return (await taps()) - before
  }
}
