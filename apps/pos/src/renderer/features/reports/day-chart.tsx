import { useTranslation } from 'react-i18next'
import type { DayFigures, PeriodReport } from '@orderez/core/reports'
import { useWords } from '../../state/index.ts'

/** Takings by the day, the earliest left; the best is also said in words. */
export function DayChart({ days }: { readonly days: PeriodReport['days'] }) {
  const { t } = useTranslation()
  const { money } = useWords()
  const best = days.reduce<DayFigures | null>((top, row) => (top && top.takings >= row.takings ? top : row), null)
  if (!best || best.takings <= 0) return <p className="text-sm text-ink-2">{t('report.nothing')}</p>
  return (
    <>
      <p className="text-sm text-ink-2 tabular-nums">
        {t('report.bestDay', { day: best.day, amount: money(best.takings) })}
      </p>
      <ol className="flex items-end gap-px">
        {days.map((row) => (
          <li
            key={row.day}
            aria-label={t('report.dayLabel', { day: row.day, amount: money(row.takings), count: row.orders })}
            className="flex min-w-0 flex-1 flex-col text-center text-xs tabular-nums"
          >
            <DayBar part={Math.max(0, row.takings) / best.takings} best={row === best} />
            <span aria-hidden>{Number(row.day.slice(8))}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function DayBar({ part, best }: { readonly part: number; readonly best: boolean }) {
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
