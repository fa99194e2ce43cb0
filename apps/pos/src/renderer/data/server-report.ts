import type { BusinessDay, PersonId, Result } from '@orderez/core/kernel'
import { periodReportSchema, type PeriodReport } from '@orderez/core/reports'
import type { LinkFailure } from '@orderez/core/sync'
import type { Terminal } from './terminal.ts'

export interface PeriodAsked {
  readonly from: BusinessDay
  readonly to: BusinessDay
  readonly person: PersonId
}

/** What days came to that this terminal no longer keeps; the server computes it from everything it has. */
export function readServerReport(
  { site }: Pick<Terminal, 'site'>,
  { from, to, person }: PeriodAsked,
): Promise<Result<PeriodReport, LinkFailure>> {
  return site.get(`/api/reports?${String(new URLSearchParams({ from, to, person }))}`, periodReportSchema)
}
