interface Column {
  readonly key: string | number
  /** What stands beneath it. */
  readonly mark: string | number
  readonly label: string
  readonly value: number
}

interface ColumnChartProps {
  readonly columns: readonly Column[]
  /** The value of a full column; above 0. */
  readonly most: number
  readonly bestKey: Column['key']
  readonly gap: 'narrow' | 'wide'
}

/** Values side by side, each said in words; the best stands out. */
export function ColumnChart({ columns, most, bestKey, gap }: ColumnChartProps) {
  return (
    <ol className={gap === 'narrow' ? 'flex items-end gap-px' : 'flex items-end gap-1'}>
      {columns.map(({ key, mark, label, value }) => (
        <li key={key} aria-label={label} className="flex min-w-0 flex-1 flex-col text-center text-xs tabular-nums">
          <ColumnBar part={Math.max(0, value) / most} best={key === bestKey} />
          <span aria-hidden>{mark}</span>
        </li>
      ))}
    </ol>
  )
}

function ColumnBar({ part, best }: { readonly part: number; readonly best: boolean }) {
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
