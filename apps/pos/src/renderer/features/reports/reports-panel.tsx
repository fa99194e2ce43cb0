import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeriodReport } from '@orderez/core/reports'
import { usePerson, useWords } from '../../state/index.ts'
import { TEST_IDS } from '../../test-ids.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Charts } from './charts.tsx'
import { downloadCsv } from './download-csv.ts'
import { FiguresRow } from './figures-row.tsx'
import { ReportCard } from './report-card.tsx'
import { ReportNotice } from './report-notice.tsx'
import { ReportSource } from './report-source.tsx'
import { reportTables, type ReportTable } from './report-tables.ts'
import { useNamer } from './use-namer.ts'
import { usePeriod } from './use-period.ts'

const CHOICES = [1, 7, 14, 30] as const

/** The last days: sums, charts, every table, and all of it as a file. */
export function ReportsPanel() {
  const { t } = useTranslation()
  const [days, setDays] = useState<number>(CHOICES[0])
  const answer = usePeriod(days)
  return (
    <section aria-label={t('report.title')} className="flex flex-col gap-3">
      <h1 className="sr-only">{t('report.title')}</h1>
      <Choice
        label={t('report.days')}
        unseenLabel
        optionId={TEST_IDS.reportDays}
        value={days}
        options={CHOICES.map((choice) => ({
          value: choice,
          label: choice === 1 ? t('report.today') : t('report.lastDays', { count: choice }),
        }))}
        onChoose={setDays}
      />
      <ReportNotice answer={answer} />
      {typeof answer === 'string' ? null : (
        <>
          <ReportSource {...answer} />
          <ReportBody period={answer.period} />
        </>
      )}
    </section>
  )
}

function ReportBody({ period }: { readonly period: PeriodReport }) {
  const { t } = useTranslation()
  const { branch } = usePerson()
  const tables = reportTables(period, useNamer())
  const save = () => {
    downloadCsv(tables, branch.currency, `${[...new Set([period.from, period.to])].join('_')}.csv`)
  }
  return (
    <>
      <FiguresRow period={period} />
      <Charts period={period} />
      <Button data-testid={TEST_IDS.reportCsv} className="self-start" onClick={save}>
        <Download aria-hidden />
        {t('report.csv')}
      </Button>
      <div className="grid grid-cols-1 gap-3 tablet:grid-cols-2">
        {tables.map((table) => (
          <ReportCard key={table.title} title={table.title}>
            <TableOf table={table} />
          </ReportCard>
        ))}
      </div>
    </>
  )
}

function TableOf({ table }: { readonly table: ReportTable }) {
  const { money } = useWords()
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <thead>
          <tr className="border-b border-line text-ink-2">
            {table.heads.map((head, at) => (
              <th key={head} scope="col" className={`p-2 font-normal ${at === 0 ? 'text-left' : 'text-right'}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, number) => (
            // oxlint-disable-next-line react/no-array-index-key -- two people may have one name
            <tr key={number} className="border-b border-line">
              {row.map((cell, at) => (
                <td key={table.heads[at]} className={`p-2 ${at === 0 ? 'text-left' : 'text-right'}`}>
                  {typeof cell === 'object' ? money(cell.money) : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
