import lighthouse, { desktopConfig } from 'lighthouse'
import type { Device } from './device.ts'

/** As Lighthouse names them; `desktop` is the tablet on the restaurant's network, `mobile` a slow phone on a slow line. */
export type FormFactor = 'desktop' | 'mobile'
export const CATEGORIES = ['accessibility', 'best-practices', 'performance'] as const
export type Category = (typeof CATEGORIES)[number]

export interface Audit {
  /** 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>
  /** What cost points and does not depend on the clock: its name and what it found. */
  readonly complaints: readonly string[]
}

/** Loads the device's address anew as Lighthouse does, with all that the device keeps, and judges the screen that comes. */
export async function audit(device: Device, formFactor: FormFactor): Promise<Audit> {
  const result = await lighthouse(
    device.origin,
    {
      port: await device.debuggingPort(),
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
      disableStorageReset: true,
      // The stream of a device that has joined never falls silent.
      maxWaitForLoad: 8_000,
    },
    formFactor === 'desktop' ? desktopConfig : undefined,
  )
  if (!result) throw new Error('Lighthouse gave no result')
  const { categories, audits, runtimeError } = result.lhr
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`)
  const score = (category: Category): number => Math.round((categories[category]?.score ?? 0) * 100)
  const judged = CATEGORIES.filter((category) => category !== 'performance').flatMap(
    (category) => categories[category]?.auditRefs ?? [],
  )
  return {
    scores: {
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      performance: score('performance'),
    },
    complaints: judged
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id}: ${JSON.stringify(audits[id]?.details ?? audits[id]?.displayValue ?? '').slice(0, 400)}`),
  }
}
