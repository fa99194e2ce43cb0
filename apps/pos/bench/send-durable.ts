import type { Page } from 'playwright-core'
import type { Report } from '../../../scripts/measurement.ts'
import { reportTimes } from './figures.ts'

const ROUNDS = 300

/** Send → saved: a round of four lines, in turn by the terminal's engine and by what people use instead, in one page. */
export async function measureSaving(peer: Page, report: Report): Promise<void> {
  const taken = await peer.evaluate((rounds) => window.bench?.saveRounds(rounds), ROUNDS)
  for (const [subject, times] of Object.entries(taken ?? {})) reportTimes(report, 'send-durable', subject, times)
}
