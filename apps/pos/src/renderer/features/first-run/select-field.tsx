import { useId } from 'react'

interface SelectFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly values: readonly string[]
  /** How a value reads; itself where absent. */
  readonly labelOf?: (value: string) => string
  readonly onPick: (value: string) => void
  readonly testId?: string
}

/** One of a long list: the system's own picker, which every device has and every hand knows. */
export function SelectField({ label, hint, value, values, labelOf = String, onPick, testId }: SelectFieldProps) {
  const id = useId()
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm text-ink-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        data-testid={testId}
        onChange={(event) => onPick(event.target.value)}
        className="min-h-(--touch-line) w-full rounded-md border border-line-strong bg-raised px-4 text-lg"
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {labelOf(each)}
          </option>
        ))}
      </select>
      {hint === undefined ? null : <span className="text-xs text-ink-2">{hint}</span>}
    </span>
  )
}
