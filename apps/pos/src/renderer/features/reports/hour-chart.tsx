import { useTranslation } from 'react-i18next'
import type { HourRow, Report } from '@orderez/core/reports'
import { useWords } from '../../state/index.ts'

/** Takings by the hour, from the first with anything to the last; the greatest is also said in words. */
export function HourChart({ byHour }: { readonly byHour: Report['byHour'] }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const hours = busyHours(byHour)
  const best = hours.reduce<HourRow | null>((top, row) => (top && top.takings >= row.takings ? top : row), null)
  if (!best) return <p className="text-sm text-ink-2">{t('report.nothing')}</p>
  const most = Math.max(1, best.takings)
  return (
    <>
      <p className="text-sm text-ink-2 tabular-nums">
        {t('report.bestHour', { hour: best.hour, amount: money(best.takings) })}
      </p>
      <ol className="flex items-end gap-1">
        {hours.map((row) => (
          <li
            key={row.hour}
            aria-label={t('report.hourLabel', { hour: row.hour, amount: money(row.takings), count: row.orders })}
            className="flex min-w-0 flex-1 flex-col text-center text-xs tabular-nums"
          >
            <HourBar part={Math.max(0, row.takings) / most} best={row === best} />
            <span aria-hidden>{row.hour}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function HourBar({ part, best }: { readonly part: number; readonly best: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 10 100" preserveAspectRatio="none" className="h-40 w-full border-b border-line">
      <rect
        x={1}
        width={8}
        y={100 - part * 100}
        height={part * 100}
        className={best ? 'fill-brand' : 'fill-brand-edge'}
      />
    </svg>
  )
}

function busyHours(byHour: readonly HourRow[]): readonly HourRow[] {
  const busy = (row: HourRow) => row.takings !== 0 || row.orders > 0
  return byHour.slice(Math.max(0, byHour.findIndex(busy)), byHour.findLastIndex(busy) + 1)
}
