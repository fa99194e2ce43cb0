import { useTranslation } from 'react-i18next'

export interface Bar {
  readonly key: string
  readonly label: string
  readonly value: number
  /** What is read: the bar only shows it once more. */
  readonly text: string
}

/** Words and figures, with a bar below each against the greatest. */
export function BarList({ bars }: { readonly bars: readonly Bar[] }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...bars.map((bar) => bar.value))
  if (bars.length === 0) return <p className="text-sm text-ink-2">{t('report.nothing')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {bars.map(({ key, label, value, text }) => (
        <li key={key} className="flex flex-col gap-1">
          <span className="flex justify-between gap-3 text-sm">
            <span className="min-w-0 truncate">{label}</span>
            <b className="tabular-nums">{text}</b>
          </span>
          <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-2 w-full">
            <rect width={100} height={4} className="fill-idle-soft" />
            <rect width={(Math.max(0, value) / most) * 100} height={4} className="fill-brand-edge" />
          </svg>
        </li>
      ))}
    </ul>
  )
}
